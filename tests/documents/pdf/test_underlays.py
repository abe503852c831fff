from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from app.documents.pdf.pictures import Bitmap
from app.documents.pdf.underlays import SHEET_SIDE, Leaf, sheets_of
from app.formats.stationery import fit
from tests.formats import stationery

ROOT = Path(__file__).parents[3]


def test_every_page_of_a_pdf_is_a_sheet() -> None:
    sheets = sheets_of(fit(stationery.bare(3), 4))

    assert len(sheets) == 3
    assert all(isinstance(sheet, Leaf) and round(sheet.size[0]) == 595 for sheet in sheets)


def test_a_picture_is_one_sheet_sharp_enough_for_a_page() -> None:
    out = BytesIO()
    Image.new("RGB", (4000, 3000), "white").save(out, "PNG")

    (sheet,) = sheets_of(out.getvalue())

    assert isinstance(sheet, Bitmap)
    assert sheet.width == SHEET_SIDE


def test_what_cannot_be_read_lies_under_nothing() -> None:
    assert [sheets_of(content) for content in (b"", b"%PDF-1.7 no", b"GIF89a")] == [(), (), ()]


def test_papers_without_a_pdf_under_them_do_not_load_what_reads_pdfs() -> None:
    code = (
        "import sys; from tests.documents.correspondence import a_document;"
        "from app.documents.pdf.render import render; render(a_document());"
        "sys.exit('pypdf' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT)

    assert done.returncode == 0

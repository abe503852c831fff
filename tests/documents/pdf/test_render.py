from __future__ import annotations

import subprocess
import sys
from io import BytesIO

from app.documents.pdf.render import render, render_to
from tests.documents import papers

HEAVY = {"reportlab", "uharfbuzz", "PIL", "segno", "budoux"}
NAMED_ONLY = "import sys; from app.documents.pdf.render import render; print(*sys.modules)"


def test_what_prints_is_loaded_with_the_first_page() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", NAMED_ONLY], capture_output=True, text=True, check=True
    ).stdout.split()

    assert HEAVY.isdisjoint(loaded)


def test_rendering_to_a_file_writes_the_same_bytes() -> None:
    out = BytesIO()

    render_to(papers.finnish(), out)

    assert out.getvalue() == render(papers.finnish())

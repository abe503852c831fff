"""Files from outside, made in code: good ones of every kind, and hostile ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from email.message import EmailMessage
from functools import cache

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "draw")
)
SECRET = "salasana"  # noqa: S105  opens nothing but the files made here
MEBIBYTE = 1 << 20


def a_pdf(*pages: str) -> bytes:
    """Return a PDF with a line of text on each page; an empty text is a blank page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for text in pages:
        for place, line in enumerate(text.split("\n")):
            canvas.drawString(72, 760 - 16 * place, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def a_scan(*lines: str, width: int = 1240, height: int = 1754) -> Image.Image:
    """Return a picture of text."""
    image = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(image)
    for place, line in enumerate(lines):
        draw.text((100, 100 + 60 * place), line, fill=0, font_size=40)
    return image


def a_picture(image: Image.Image, kind: str = "PNG") -> bytes:
    """Return an image as a file."""
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def a_scanned_pdf(*pages: Image.Image) -> bytes:
    """Return a PDF whose pages are pictures."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return out.getvalue()


def a_stamped_scan(stamp: str) -> bytes:
    """Return a PDF of one picture with a line of text upon it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(a_scan("Lasku 4711")), 0, 0, *A4)
    canvas.drawString(72, 800, stamp)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def a_pdf_of_size(width: float, height: float) -> bytes:
    """Return a PDF of one page of this size, in points."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1)
    canvas.drawString(72, 72, "Lasku")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def a_locked_pdf(*pages: str, password: str = SECRET) -> bytes:
    """Return a PDF that opens with a password."""
    writer = PdfWriter(PdfReader(io.BytesIO(a_pdf(*pages))))
    writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_pdf_with_a_script(text: str) -> bytes:
    """Return a PDF that would run a script when it is opened."""
    writer = PdfWriter(PdfReader(io.BytesIO(a_pdf(text))))
    writer.add_open_action(JavaScript("app.alert('ran'); this.submitForm('http://a.invalid/');"))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def a_docx(body: str) -> bytes:
    """Return a DOCX with this body (WordprocessingML)."""
    return packed({"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def a_paragraph(text: str) -> str:
    """Return a paragraph of WordprocessingML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def an_xlsx(rows: str, strings: str = "", styles: str = "") -> bytes:
    """Return an XLSX of one sheet called Maksut."""
    return packed(
        {
            "xl/workbook.xml": f'<workbook {_S} {_R}><sheets><sheet name="Maksut" sheetId="1" '
            'r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships {_RELS}><Relationship Id="rId1" '
            'Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/sharedStrings.xml": f"<sst {_S}>{strings}</sst>",
            "xl/styles.xml": f"<styleSheet {_S}>{styles}</styleSheet>",
            "xl/worksheets/sheet1.xml": f"<worksheet {_S}><sheetData>{rows}</sheetData>"
            "</worksheet>",
        }
    )


def a_pptx(*slides: str) -> bytes:
    """Return a PPTX with a line on each slide."""
    parts = {"ppt/presentation.xml": "<presentation/>"}
    for number, text in enumerate(slides, 1):
        parts[f"ppt/slides/slide{number}.xml"] = (
            f"<sld {_A}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></sld>"
        )
    return packed(parts)


def an_odf(body: str, kind: str = "text") -> bytes:
    """Return an OpenDocument file with this body."""
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {_ODF}><office:body><office:{kind}>{body}"
            f"</office:{kind}></office:body></office:document-content>",
        }
    )


def a_mail(text: str = "Hyvää päivää", html: str = "") -> EmailMessage:
    """Return a mail that is still to be filled."""
    mail = EmailMessage()
    mail["From"] = "Maija Mäkelä <maija@aamu.example>"
    mail["To"] = "laskut@lumo.example"
    mail["Subject"] = "Lasku 4711 – sähkö"
    mail["Date"] = "Tue, 10 Mar 2026 09:30:00 +0200"
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


@cache
def a_zip_bomb() -> bytes:
    """Return a small DOCX whose body unpacks to hundreds of megabytes; packed once, in a second."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        part.write(f"<w:document {WORD}><w:body>".encode())
        filler = b"<w:p/>" * (MEBIBYTE // 6)
        for _ in range(400):
            part.write(filler)
    return out.getvalue()


def a_lying_zip_bomb() -> bytes:
    """Return the bomb with a directory that says it is small."""
    raw = bytearray(a_zip_bomb())
    entry = raw.rfind(b"PK\x01\x02")
    struct.pack_into("<I", raw, entry + 24, 1000)
    return bytes(raw)


def deep_xml(depth: int) -> str:
    """Return XML nested so deep."""
    return "<a>" * depth + "</a>" * depth


def quadratic_xml() -> str:
    """Return XML in which one long entity is named many times."""
    entity = f'<!DOCTYPE a [<!ENTITY e "{"x" * 100_000}">]>'
    return f'<?xml version="1.0"?>{entity}<a>{"&e;" * 20_000}</a>'


def a_billion_laughs() -> str:
    """Return XML whose entities are made of entities."""
    steps = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{steps}]><a>&l9;</a>'


def a_picture_bomb() -> bytes:
    """Return a small PNG that says to have far more dots than any scanner makes."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )


def dots(picture: bytes) -> bytes:
    """Return what is seen of a picture, however it is written."""
    return Image.open(io.BytesIO(picture)).convert("RGBA").tobytes()

"""Good files of each family, which are spoilt then."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfWriter

from app.domain.archive.kinds import Tag
from app.domain.shared.ids import TagId
from app.formats import handed, sheets
from app.formats.bundles import bundled
from app.services import backups
from app.services.backing_up import Shelf
from app.storage.backup_manifests import MANIFEST
from app.storage.place import KEYS
from tests.customers import table_of_customers
from tests.faults.work import OFFICE, closing, created, opened
from tests.foreign import (
    a_docx,
    a_paragraph,
    a_pdf,
    a_pdf_of_size,
    a_picture,
    a_pptx,
    a_scan,
    an_odf,
    an_xlsx,
)
from tests.foreign_mail import a_message, nested, with_file
from tests.outlook_files import a_msg
from tests.trade import opened_books
from tests.users import founded

EINVOICES = Path(__file__).parents[1] / "formats/einvoices"
HEAD = 4_000
MADE = datetime(2026, 3, 10, tzinfo=UTC)
TOKENS = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"%n%s", b"-1", b"0", b"1e999", b"NaN", b"null",
    b"9" * 400, b"[" * 20_000, b'{"a":' * 2_000, b"<a>" * 20_000, b'"', b"'", b";", b",", b"\r",
    b'<!DOCTYPE a [<!ENTITY b "c">]>&b;', b"&#0;", b"&#x110000;", b"]]>", b"<![CDATA[",
    b"2026-02-30", b"0001-01-01", b"99999-12-31", b"=?utf-8?b?////?=", b"\n\nFrom: a\n",
    b"Content-Type: multipart/mixed; boundary=a\n\n--a\n", b"charset=nothing", b"endobj", b"stream",
    b"1 0 obj<</Length 99999999999>>stream", b"/Count 2147483647", b"PK\x03\x04", b"PK\x05\x06",
    "อ\u202e\U0010ffff".encode(), b"\xed\xa0\x80", b"true", b"\x7f" * 300,
)  # fmt: skip


@cache
def _csv() -> Sequence[bytes]:
    whole = table_of_customers()
    return (whole[:HEAD], whole.decode("cp1252")[:HEAD].encode("utf-16"), b'a,b\n"1, 2",3\n' * 9)


@cache
def _xlsx() -> Sequence[bytes]:
    rows = [["Nimi", "Postinumero"], ["Asiakas", "00100"]]
    return (sheets.written(rows, "Sheet"),)


@cache
def _einvoices() -> Sequence[bytes]:
    names = ("ubl.xml", "cii.xml", "finvoice.xml", "etax.xml")
    return tuple((EINVOICES / name).read_bytes() for name in names)


@cache
def _ubl() -> Sequence[bytes]:
    return ((EINVOICES / "ubl.xml").read_bytes(),)


@cache
def _cii() -> Sequence[bytes]:
    return ((EINVOICES / "cii.xml").read_bytes(),)


@cache
def _facturx() -> Sequence[bytes]:
    writer = PdfWriter(clone_from=BytesIO(a_pdf("Lasku 1")))
    writer.add_attachment("factur-x.xml", _cii()[0])
    out = BytesIO()
    writer.write(out)
    return (out.getvalue(),)


@cache
def _rates() -> Sequence[bytes]:
    table = b"Date,USD,THB,SEK\n2026-03-10,1.08,36.1,11.2\n2026-03-09,N/A,36.0,11.1\n"
    return (table, bundled([("eurofxref-hist.csv", table)]), b"USD;2026-03-10;36,1\n")


@cache
def _pictures() -> Sequence[bytes]:
    scan = a_scan("Lasku 4711", width=60, height=40)
    return tuple(a_picture(scan, kind) for kind in ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"))


@cache
def _sheets() -> Sequence[bytes]:
    """Return small pages: each damaged one becomes a picture of 300 dots an inch."""
    return (a_pdf_of_size(120, 80),)


@cache
def _preferences() -> Sequence[bytes]:
    return (
        b'theme = "dark"\nscale = 125\n[geometry]\nx = 1\ny = 2\nwidth = 800\nheight = 600\n',
        b'[columns]\n"invoices" = ["number", "customer"]\n[views]\nopen = ["a", "b"]\n',
    )


@cache
def _orders() -> Sequence[bytes]:
    return ((EINVOICES / "order.xml").read_bytes(),)


@cache
def _mails() -> Sequence[bytes]:
    return (a_message("Hei\n"), with_file(b"%PDF-1.4 bill"), nested(4))


@cache
def _outlooks() -> Sequence[bytes]:
    return (a_msg(),)


@cache
def _pdfs() -> Sequence[bytes]:
    return (a_pdf("Lasku 1", "Sivu 2"),)


@cache
def _zips() -> Sequence[bytes]:
    return (
        a_docx(a_paragraph("Hei")),
        a_pptx("<a:t>Hei</a:t>"),
        an_odf("<text:p>Hei</text:p>"),
        an_xlsx("<row><c><v>1</v></c></row>"),
    )


@cache
def _archives() -> Sequence[bytes]:
    tags = tuple(Tag(TagId(number), 1, f"tag {number}") for number in range(1, 6))
    return (b"".join(handed.written(tags, "Lumo Oy", MADE)),)


@cache
def _keys() -> Sequence[bytes]:
    with TemporaryDirectory() as place:
        created(Path(place)).close()
        published = (Path(place) / OFFICE / KEYS).read_bytes()
        return (published, (founded(Path(place) / OFFICE) / KEYS).read_bytes())


@cache
def _backups() -> Sequence[bytes]:
    with TemporaryDirectory() as place:
        with closing(created(Path(place))) as office:
            opened_books(office)
            office.run(backups.back_up)
        with closing(opened(Path(place))) as office:
            shelf = Shelf(office)
            raw = (shelf.path_of(shelf.backups()[0]) / MANIFEST).read_bytes()
        return (raw, json.dumps(json.loads(raw)).encode())


SEEDS: dict[str, Callable[[], Sequence[bytes]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "e-invoice": _einvoices,
    "ubl": _ubl,
    "cii": _cii,
    "factur-x": _facturx,
    "rates": _rates,
    "viewer": _pdfs,
    "picture": _pictures,
    "stack": _pdfs,
    "stationery": _sheets,
    "preferences": _preferences,
    "order": _orders,
    "eml": _mails,
    "msg": _outlooks,
    "pdf": _pdfs,
    "zip": _zips,
    "archive": _archives,
    "keys": _keys,
    "backup": _backups,
}

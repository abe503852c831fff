"""Every kind of file gives its text; a hostile one is refused by name, in little time and room."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections import deque

import pytest

from app.domain.archive.texts import How
from app.domain.shared.refusals import NotFound, Refusal
from app.formats.reading import refusals
from app.formats.reading.files import open_file
from app.formats.reading.limits import Enough, Gathered, tidied
from app.formats.reading.markup import MOST_DEPTH, Walk, walk
from app.formats.reading.opened import Page
from app.formats.reading.packed import Packed
from app.formats.reading.serving import Server
from tests import foreign

XML = b'<?xml version="1.0"?>'


def pages(raw: bytes, name: str = "a.bin", password: str = "") -> list[str]:
    opened = open_file(name, raw, password)
    return [opened.page(number).text for number in range(opened.count)]


def refused_by(raw: bytes) -> str:
    """Return the code of what refuses a file; of one that is read, that of reading."""
    try:
        pages(raw)
    except Refusal as refused:
        return refused.code
    return "reading.read"


@pytest.mark.parametrize(
    ("raw", "how", "text"),
    [
        (foreign.a_pdf("Lasku 4711"), How.LAYER, "Lasku 4711"),
        (foreign.a_docx(foreign.a_paragraph("Lasku 4711")), How.OFFICE, "Lasku 4711"),
        (foreign.a_pptx("Lasku 4711"), How.OFFICE, "Lasku 4711"),
        (foreign.an_odf("<text:p>Lasku 4711</text:p>"), How.OFFICE, "Lasku 4711"),
        (foreign.a_mail("Lasku 4711").as_bytes(), How.MAIL, "Lasku 4711"),
        (b"<!DOCTYPE html><p>Lasku 4711", How.WEB, "Lasku 4711"),
        (XML + b"<a><b>Lasku</b><c>4711</c></a>", How.PLAIN, "Lasku\n4711"),
        (b"Lasku 4711", How.PLAIN, "Lasku 4711"),
        (foreign.packed({"lasku-4711.txt": "x"}), How.NONE, "lasku-4711.txt"),
    ],
)
def test_a_file_is_read_by_what_it_is_whatever_it_is_called(
    raw: bytes, how: How, text: str
) -> None:
    opened = open_file("scan.xyz", raw)

    assert opened.how is how
    assert text in opened.page(0).text


def test_what_bears_no_text_has_no_pages() -> None:
    noise = random.Random(1).randbytes(5_000)  # noqa: S311  not a secret

    assert open_file("a.bin", b"\x7fELF" + noise).count == 0
    assert open_file("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise).count == 0
    assert open_file("a.zip", foreign.packed({})).count == 0


HOSTILE = [
    ("empty.pdf", b"", refusals.EmptyFile),
    ("cut.pdf", foreign.a_pdf(*["Lasku"] * 40)[:700], refusals.DamagedFile),
    ("nothing.pdf", b"%PDF-1.7\n%%EOF", refusals.DamagedFile),
    ("locked.pdf", foreign.a_locked_pdf("Lasku"), refusals.LockedFile),
    ("bomb.docx", foreign.a_zip_bomb(), refusals.UnpacksTooLarge),
    ("lying.docx", foreign.a_lying_zip_bomb(), refusals.DamagedFile),
    ("cut.docx", foreign.a_docx(foreign.a_paragraph("x") * 99)[:170], refusals.DamagedFile),
    ("quadratic.xml", foreign.quadratic_xml().encode(), refusals.DeclaresEntities),
    ("laughs.xml", foreign.a_billion_laughs().encode(), refusals.DeclaresEntities),
    ("deep.xml", XML + foreign.deep_xml(200_000).encode(), refusals.NestedTooDeep),
    ("deep.docx", foreign.a_docx(foreign.deep_xml(9_000)), refusals.NestedTooDeep),
    ("bomb.png", foreign.a_picture_bomb(), refusals.UnpacksTooLarge),
    ("cut.tiff", b"II*\x00\x08\x00\x00\x00", refusals.DamagedFile),
    (
        "office.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        refusals.LockedFile,
    ),
]


@pytest.mark.parametrize(("name", "raw", "expected"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_a_hostile_file_is_refused_by_name_in_little_time_and_room(
    name: str, raw: bytes, expected: type[Refusal]
) -> None:
    tracemalloc.start()
    began = time.process_time()

    with pytest.raises(expected):
        pages(raw, name)

    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - began < 5
    assert peak < 100 * foreign.MEBIBYTE


@pytest.mark.parametrize("filler", [b"<!--", b"<a ", b"<b>", b"&amp", b"<![CDATA["])
def test_a_web_page_of_one_sign_repeated_ends_in_time(filler: bytes) -> None:
    began = time.process_time()

    open_file("a.html", b"<html><p>Lasku</p>" + filler * 300_000)

    assert time.process_time() - began < 5


def test_damage_anywhere_is_refused_or_read_and_never_a_crash() -> None:
    dice = random.Random(4711)  # noqa: S311  not a secret
    good = [
        foreign.a_docx(foreign.a_paragraph("Lasku") * 20),
        foreign.an_xlsx("<row><c><v>1</v></c></row>"),
        foreign.an_odf("<text:p>Lasku</text:p>"),
        foreign.a_mail("Lasku", "<p>Lasku</p>").as_bytes(),
        foreign.a_picture(foreign.a_scan("Lasku", width=60, height=60)),
        foreign.a_pdf("Lasku", "Sivu"),
    ]
    for _ in range(300):
        raw = bytearray(dice.choice(good))
        for _flip in range(dice.randint(1, 8)):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        assert refused_by(bytes(raw[: dice.randint(1, len(raw))])).startswith("reading.")


def test_entities_are_refused_wherever_xml_is_read() -> None:
    body = foreign.a_paragraph("&e;")
    document = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>{body}</x>'

    with pytest.raises(refusals.DeclaresEntities):
        pages(foreign.packed({"word/document.xml": document}))


def test_markup_is_walked_to_the_depth_that_programs_write() -> None:
    assert walk([foreign.deep_xml(MOST_DEPTH).encode()], Walk())
    with pytest.raises(refusals.NestedTooDeep):
        walk([foreign.deep_xml(MOST_DEPTH + 1).encode()], Walk())
    with pytest.raises(refusals.DamagedFile):
        walk([b"<a>", b"<b></a>"], Walk())


def test_a_packed_file_with_a_password_or_too_many_parts_is_refused() -> None:
    raw = bytearray(foreign.packed({"word/document.xml": "x"}))
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(refusals.LockedFile):
        pages(bytes(raw))

    many = foreign.packed({f"{number}": "" for number in range(10_001)})
    with pytest.raises(refusals.UnpacksTooLarge):
        Packed(many)


def test_numbered_parts_come_in_the_order_of_their_numbers() -> None:
    names = ("s10.xml", "s2.xml", "sx.xml", "s.xml", "s٣.xml", "s123456789.xml")

    assert Packed(foreign.packed(dict.fromkeys(names, ""))).numbered("s") == ("s2.xml", "s10.xml")


def test_gathered_text_ends_where_the_limit_is() -> None:
    gathered = Gathered(most=10)
    gathered.add("12345678")
    gathered.turn_over()

    with pytest.raises(Enough):
        gathered.add("90abc")

    assert gathered.pages() == ("12345678", "90")


def test_reading_ends_when_its_time_is_over() -> None:
    gathered = Gathered(seconds=0)

    with pytest.raises(Enough):
        deque(map(gathered.add, "x" * 1_000), maxlen=0)


def test_text_is_tidied() -> None:
    assert tidied("\n a \t\n\n\n\nb\x0b\n") == " a\n\nb"


def test_a_file_larger_than_is_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.formats.reading.files.LARGEST_FILE", 10)

    with pytest.raises(refusals.TooLargeToRead):
        pages(b"Lasku 4711 ")


def test_a_server_answers_about_the_file_it_holds() -> None:
    server = Server()
    raw = foreign.a_pdf("yksi", "kaksi", "kolme")

    opened, _raw = server({"do": "open", "name": "a", "password": "", "first": 1}, raw)
    told, _raw = server({"do": "pages", "first": 2}, b"")
    _told, picture = server({"do": "picture", "page": 0}, b"")

    assert opened == {"how": "layer", "count": 3, "pages": [("kaksi", False), ("kolme", False)]}
    assert told == {"pages": [("kolme", False)]}
    assert picture.startswith(b"\x89PNG")
    with pytest.raises(LookupError):
        Server()({"do": "pages", "first": 0}, b"")


def test_a_text_has_no_picture() -> None:
    opened = open_file("a.txt", b"Lasku")

    assert opened.page(0) == Page("Lasku")
    with pytest.raises(NotFound):
        opened.picture(0)

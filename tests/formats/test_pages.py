"""Pages are read and put together anew; hostile files are refused by name."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest
from PIL import Image

from app.domain.archive.pages import Leaf, NoPages, NoSuchPage, as_they_are
from app.formats.pages import (
    PDF,
    LockedPages,
    NotPages,
    Sheaf,
    arranged,
    codes_of,
    ink_of,
    looked,
    marked,
)
from tests.documents.reading import page_texts
from tests.formats.stacks import a_pdf, a_scan, signed

THREE = a_pdf("one", "two", "three")
SESAM = "sesam"


def words(content: bytes) -> list[str]:
    return [text.strip() for text in page_texts(content)]


def turns(content: bytes) -> list[int]:
    return [page.get_rotation() for page in pypdfium2.PdfDocument(content)]


def test_pages_are_moved_turned_and_left_out() -> None:
    (made,) = arranged([(THREE, PDF, "")], [(Leaf(3, 90), Leaf(1, -90))])

    assert words(made) == ["three", "one"]
    assert turns(made) == [90, 270]
    assert b"two" not in pypdf.PdfReader(io.BytesIO(made)).pages[0].get_contents().get_data()  # type: ignore[union-attr]  # the page has contents


def test_what_is_attached_stays_where_pages_only_change_places() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(THREE))
    writer.add_attachment("factur-x.xml", b"<xml/>")
    out = io.BytesIO()
    writer.write(out)

    (made,) = arranged([(out.getvalue(), PDF, "")], [(Leaf(3), Leaf(2))])

    assert pypdf.PdfReader(io.BytesIO(made)).attachments["factur-x.xml"] == [b"<xml/>"]


def test_files_are_merged_and_split() -> None:
    other = a_pdf("four")
    files = [(THREE, PDF, ""), (other, PDF, "")]
    mixed = (Leaf(1, 0, 1), Leaf(2), Leaf(2), Leaf(1, 0, 1))

    merged, tail = arranged(files, [mixed, (Leaf(3, 180),)])

    assert words(merged) == ["four", "two", "two", "four"]
    assert (words(tail), turns(tail)) == (["three"], [180])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "TIFF", "BMP"])
def test_a_picture_is_a_page(kind: str) -> None:
    out = io.BytesIO()
    a_scan(words="7").convert("RGB").save(out, kind)

    (made,) = arranged([(out.getvalue(), "image/x", "")], [(Leaf(1, 90),)])

    assert looked(made, PDF) == Sheaf(1)
    assert turns(made) == [90]


def test_a_jpeg_is_taken_over_as_it_is() -> None:
    out = io.BytesIO()
    a_scan(words="7").convert("RGB").save(out, "JPEG", quality=50)

    (made,) = arranged([(out.getvalue(), "image/jpeg", "")], [(Leaf(1),)])

    assert out.getvalue()[-400:] in made


def test_every_frame_of_a_fax_is_a_page() -> None:
    out = io.BytesIO()
    first, *rest = (Image.new("1", (80, 100), 1) for _ in range(3))
    first.save(out, "TIFF", save_all=True, append_images=rest)

    assert looked(out.getvalue(), "image/tiff") == Sheaf(3)


def test_codes_and_blank_pages_are_seen() -> None:
    stack = a_pdf("|ASN0001501", "", "words", "|PATCHT")

    marks = marked(stack, PDF, (1, 99))

    assert [mark.serial for mark in marks] == [1501, None, None, None]
    assert [mark.is_blank for mark in marks] == [False, True, False, False]
    assert [mark.is_separator for mark in marks] == [False, False, False, True]
    assert marked(stack, PDF, (2, 3)) == marks[1:3]


def test_dust_shadows_and_the_back_are_no_ink() -> None:
    assert ink_of(a_scan(specks=40, back=200), 100) == 0
    assert ink_of(a_scan(words="3"), 100) > 0
    assert ink_of(Image.new("L", (3, 3), 0), 100) >= 0
    assert codes_of(a_scan()) == ()


def test_a_locked_file_is_named() -> None:
    locked = a_pdf("secret", password=SESAM)

    with pytest.raises(LockedPages):
        looked(locked, PDF)
    with pytest.raises(LockedPages):
        looked(locked, PDF, "wrong")
    (made,) = arranged([(locked, PDF, SESAM)], [(Leaf(1, 90),)])

    assert words(made) == ["secret"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\0" * 5000, THREE[:200], b"GIF89a"])
@pytest.mark.parametrize("kind", [PDF, "image/gif"])
def test_what_has_no_pages_is_refused(content: bytes, kind: str) -> None:
    with pytest.raises(NotPages):
        looked(content, kind)


def test_a_broken_table_of_objects_is_mended() -> None:
    broken = THREE.replace(b"startxref\n", b"startxref\n9", 1)

    (made,) = arranged([(broken, PDF, "")], [as_they_are(3).leaves])

    assert words(made) == ["one", "two", "three"]


def test_a_picture_that_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000), 1).save(out, "PNG")

    with pytest.raises(NotPages):
        looked(out.getvalue(), "image/png")


def test_pages_that_are_not_there_are_refused() -> None:
    with pytest.raises(NoSuchPage):
        arranged([(THREE, PDF, "")], [(Leaf(4),)])
    with pytest.raises(NoPages):
        arranged([(THREE, PDF, "")], [()])


def test_a_signed_file_says_so() -> None:
    assert looked(signed(THREE), PDF) == Sheaf(3, is_signed=True)


def test_thousands_of_pages_are_no_burden() -> None:
    many = a_pdf(*(f"page {number}" for number in range(1, 5001)))

    (made,) = arranged([(many, PDF, "")], [tuple(Leaf(page) for page in range(5000, 0, -1))])

    assert looked(made, PDF) == Sheaf(5000)
    assert len(made) < len(many) * 1.5

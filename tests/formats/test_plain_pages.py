"""A page stays as it is only where PDF/A may hold it; the marks of foreign tags are taken out."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import (
    BooleanObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from app.formats.plain_pages import MARKS, is_plain, unmarked
from tests.formats import stationery


def a_page(content: bytes | None = None) -> Any:
    return PdfReader(BytesIO(content or stationery.embedded())).pages[0]


def first_font(page: Any) -> Any:
    return next(iter(page["/Resources"]["/Font"].values())).get_object()


def drop(key: str) -> Callable[[Any], None]:
    return lambda page: first_font(page).pop(key)


def say_nothing_of_letters(page: Any) -> None:
    stream = StreamObject()
    stream.set_data(b"1 beginbfchar\n<0001> <0000>\nendbfchar")
    first_font(page)[NameObject("/ToUnicode")] = stream


def forget_the_letters(page: Any) -> None:
    inner = first_font(page)["/DescendantFonts"][0].get_object()
    inner["/FontDescriptor"].get_object().pop("/FontFile2")


def use(**entries: Any) -> Callable[[Any], None]:
    """Return what lets a page use a state with these entries."""
    state = DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})

    def change(page: Any) -> None:
        states = DictionaryObject({NameObject("/G"): state})
        page["/Resources"][NameObject("/ExtGState")] = states

    return change


def draw(content: bytes) -> Callable[[Any], None]:
    def change(page: Any) -> None:
        stream = StreamObject()
        stream.set_data(content)
        page[NameObject("/Contents")] = stream

    return change


def test_a_page_of_ours_may_stay_as_it_is() -> None:
    assert is_plain(a_page())


@pytest.mark.parametrize(
    "change",
    [
        drop("/ToUnicode"),
        drop("/Encoding"),
        say_nothing_of_letters,
        forget_the_letters,
        use(TR2=NameObject("/Identity")),
        use(BM=NameObject("/Strange")),
        use(Interpolate=BooleanObject(value=True)),
        draw(b"q " * 21),
        draw(b"0 0 0 1 k 0 0 9 9 re f"),
        draw(b"BI /W 1 /H 1 /F /LZW ID x EI"),
    ],
)
def test_a_page_that_breaks_a_rule_may_not(change: Callable[[Any], None]) -> None:
    page = a_page()

    change(page)

    assert not is_plain(page)


@pytest.mark.parametrize(
    "change", [use(BM=NameObject("/Multiply")), use(CA=NumberObject(1)), draw(b"q " * 20)]
)
def test_a_page_that_keeps_the_rules_may(change: Callable[[Any], None]) -> None:
    page = a_page()

    change(page)

    assert is_plain(page)


def operators(stream: Any, page: PageObject) -> set[bytes]:
    return {operator for _, operator in ContentStream(stream, page.pdf).operations}


def test_the_marks_of_foreign_tags_are_taken_out_and_nothing_else() -> None:
    page = a_page()
    before = operators(page["/Contents"], page)

    drawing = unmarked(page)

    assert drawing is not None and MARKS & before
    assert {operator for _, operator in drawing.operations} == before - MARKS


def test_marks_are_taken_out_of_what_a_page_draws_by_name_too() -> None:
    page, form = a_page(), StreamObject()
    form.set_data(b"/P <</MCID 0>> BDC 0 0 1 1 re f EMC")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/StructParents")] = NumberObject(0)
    page["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/X"): form})

    unmarked(page)

    assert operators(form, page) == {b"re", b"f"} and "/StructParents" not in form

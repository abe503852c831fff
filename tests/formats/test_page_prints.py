"""Scans of one paper have one print; bills of the same form that say something else have not."""

from __future__ import annotations

import io
from itertools import combinations

import pytest
from PIL import Image

from app.domain.archive.likeness import ALIKE_INK, NEARLY_ALIKE_INK, PagePrint, bands_of
from app.formats.page_prints import difference, print_of, prints_of, told_print
from tests.formats.scans import a_bill, a_scan

LEAST_FOUND, MOST_WRONG = 0.8, 0.03
SUPPLIERS = 2


def pdf_print(content: bytes) -> PagePrint:
    found = print_of("application/pdf", content)
    assert found is not None
    return found


def scan_print(paper: bytes, seed: int) -> PagePrint:
    found = print_of("image/jpeg", a_scan(paper, seed))
    assert found is not None
    return found


def test_rescans_are_found_and_other_bills_of_the_same_form_are_not() -> None:
    same, others, shared = [], [], 0
    clean: list[tuple[PagePrint, PagePrint]] = []
    for supplier in range(SUPPLIERS):
        papers = [a_bill(supplier, number, lines=4) for number in range(3)]
        firsts = [pdf_print(paper) for paper in papers]
        scans = [scan_print(paper, supplier * 10 + n) for n, paper in enumerate(papers)]
        for first, scan in zip(firsts, scans, strict=True):
            same.append(difference(first.ink, scan.ink))
            shared += bool(set(bands_of(first.hash)) & set(bands_of(scan.hash)))
        clean += combinations(firsts, 2)
        others += [
            difference(scans[one].ink, firsts[other].ink)
            for one in range(3)
            for other in range(3)
            if one != other
        ]
    others += [difference(one.ink, two.ink) for one, two in clean]
    found = sum(one <= ALIKE_INK for one in same) / len(same)
    wrong = sum(one <= ALIKE_INK for one in others) / len(others)
    told = f"found {found:.0%} of {len(same)}, wrong {wrong:.1%} of {len(others)}"

    assert shared == len(same), told
    assert found >= LEAST_FOUND, told
    assert wrong <= MOST_WRONG, told


def test_pages_that_differ_enough_are_looked_at_no_further_and_others_to_the_end() -> None:
    bills = [pdf_print(a_bill(0, number, lines=4)) for number in range(2)]
    again = scan_print(a_bill(0, 0, lines=4), 1)

    assert difference(bills[0].ink, bills[1].ink, NEARLY_ALIKE_INK) == 1000
    assert difference(bills[0].ink, bills[1].ink) > NEARLY_ALIKE_INK
    assert difference(bills[0].ink, again.ink, NEARLY_ALIKE_INK) == difference(
        bills[0].ink, again.ink
    )


def test_a_print_survives_the_way_between_processes() -> None:
    paper = a_bill(1, 1)

    (told, nothing) = prints_of([("application/pdf", paper), ("application/pdf", b"no pdf")])

    assert told_print(told) == print_of("application/pdf", paper)
    assert told_print(nothing) is None


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/pdf", b""),
        ("application/pdf", b"%PDF-1.7 broken"),
        ("image/png", b"\x89PNG\r\n\x1a\n broken"),
        ("image/jpeg", b""),
    ],
)
def test_what_cannot_be_read_is_refused(media_type: str, content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the words are the reader's own
        print_of(media_type, content)


@pytest.mark.parametrize("mode", ["L", "RGBA", "P", "1", "LA", "I;16"])
def test_an_empty_page_has_no_print_in_any_mode(mode: str) -> None:
    page = io.BytesIO()
    Image.new(mode, (400, 600), 0 if mode == "RGBA" else 255).save(page, "PNG")

    assert print_of("image/png", page.getvalue()) is None

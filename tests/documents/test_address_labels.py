"""Addresses lie on their labels, measured on the rendered sheet."""

from __future__ import annotations

import pytest

from app.documents.address_labels import describe
from app.documents.model import Address
from app.documents.pdf.render import render_sheets
from app.documents.sheets import PUNCHED, Punched, punched
from app.domain.archive.serials import Feed
from app.lang.texts import say_in
from tests.documents.reading import letters, opened
from tests.documents.test_envelopes import LATIN, THAI

IMPRINT = (say_in("en"), "Lumo Oy")


@pytest.mark.parametrize("labels", PUNCHED, ids=lambda one: one.code)
@pytest.mark.parametrize("receiver", [LATIN, THAI], ids=["latin", "thai"])
def test_an_address_stays_on_its_label(labels: Punched, receiver: Address) -> None:
    feed = Feed(labels.code, skip=1)
    frame = labels.frame(1)

    found = letters(render_sheets(describe((receiver,), labels, feed, IMPRINT)))

    assert min(one.left for one in found) >= frame.x
    assert max(one.right for one in found) <= frame.x + frame.width
    assert min(one.top for one in found) >= frame.y
    assert max(one.bottom for one in found) <= frame.y + frame.height


def test_labels_go_on_on_the_next_sheet() -> None:
    labels = punched("l7163")
    assert labels is not None

    sheets = describe((THAI,) * 20, labels, Feed("l7163", skip=3), IMPRINT)

    assert [len(page) for page in sheets.pages] == [11, 9]
    with opened(render_sheets(sheets)) as document:
        assert len(document) == 2


def test_a_printer_beside_the_mark_is_put_right() -> None:
    labels = punched("l7163")
    assert labels is not None
    straight = describe((THAI,), labels, Feed(), IMPRINT).pages[0][0]

    moved = describe((THAI,), labels, Feed(right=1.5, down=-2), IMPRINT).pages[0][0]

    assert moved.at.x - straight.at.x == pytest.approx(1.5)
    assert moved.at.y - straight.at.y == pytest.approx(-2)


def test_a_label_without_an_address_stays_empty() -> None:
    sheets = describe((Address(()), THAI), PUNCHED[0], Feed(), IMPRINT)

    found = letters(render_sheets(sheets))

    assert min(one.left for one in found) >= PUNCHED[0].frame(1).x


def test_the_lines_of_an_address_are_of_one_size() -> None:
    labels = punched("l7160")
    assert labels is not None

    found = letters(render_sheets(describe((LATIN,), labels, Feed(), IMPRINT)))

    capitals = [one.bottom - one.top for one in found if one.text in "VFGB"]
    assert max(capitals) - min(capitals) < 0.2

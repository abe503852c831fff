"""Counting in the window: by scanner and by keys."""

from __future__ import annotations

import pytest

from app.domain.stock.count import CountKind, CountState, Scope
from app.services import counts
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.stock.count_page import CountPage
from tests.stocking import qty, worth
from tests.ui.stock.conftest import Hand


def test_a_scanned_code_chooses_its_line_and_the_figure_is_written(hand: Hand) -> None:
    page = hand.begun()

    hand.tell(page, "S-44", "39")

    line = page.table.row_of(hand.card(page).lines[1].line.id)
    assert line is not None
    assert (line.line.counted, line.line.difference) == (qty("39"), qty("-1"))
    assert page.entry.told.text() == "✓ S-44 39 written down"
    assert "1 of 2 counted" in page.told.text()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("L-9S-44", "Two codes came as one: L-9 and S-44."),
        ("6412345678900", "its last digit should be 7"),
        ("NOBODY", "No product, place or lot has the code NOBODY."),
    ],
)
def test_a_wrong_code_is_told_in_words_and_nothing_is_lost(
    hand: Hand, sent: str, told: str
) -> None:
    page = hand.begun()

    hand.type_in(page.entry.code, sent)

    assert told in page.entry.told.text()
    assert page.entry.told.text().startswith("✕ ")
    assert hand.card(page).row.counted == 0


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ("-3", "-3 is below nothing."),
        ("1.0000001", "decimals"),
        ("many", "That is no number."),
        ("", "How much?"),
    ],
)
def test_a_wrong_figure_is_told_and_stays_to_be_mended(hand: Hand, figure: str, told: str) -> None:
    page = hand.begun()

    hand.tell(page, "L-9", figure)

    assert told in page.entry.told.text()
    assert page.entry.figure.text() == figure
    assert hand.card(page).row.counted == 0


def test_who_counts_by_hand_goes_from_line_to_line(hand: Hand) -> None:
    page = hand.begun()

    hand.type_in(page.entry.code, "")
    hand.type_in(page.entry.figure, "120")
    hand.type_in(page.entry.figure, "40")

    assert [one.line.counted for one in hand.card(page).lines] == [qty("120"), qty("40")]


def test_a_line_counted_by_another_is_counted_again_only_knowingly(hand: Hand) -> None:
    page = hand.begun()
    hand.type_in(page.entry.code, "L-9")
    other = Office(hand.office.database, hand.office.clock, Actor("Maija"))
    line = hand.card(page).lines[0].line.id
    other.do(counts.enter, page.count_id, line, qty("119"))

    hand.type_in(page.entry.figure, "118")
    first = page.entry.told.text()
    hand.type_in(page.entry.figure, "")

    assert "Maija has counted this line already: 119." in first
    now = hand.card(page).lines[0].line
    assert (now.counted, now.earlier) == (qty("118"), (qty("119"),))


def test_a_place_is_scanned_before_its_goods(hand: Hand) -> None:
    page = hand.begun()

    hand.type_in(page.entry.code, "MAIN")
    told = page.entry.told.text()
    hand.tell(page, "S-44", "40")

    assert told == "✓ At Main store: 2 lines"
    assert hand.card(page).row.counted == 1


def test_what_is_not_on_the_sheet_is_counted_too(hand: Hand) -> None:
    page = hand.begun(Scope(CountKind.CHOSEN, products=(hand.lamp,)))

    hand.type_in(page.entry.code, "S-44")
    asked = page.entry.told.text()
    hand.type_in(page.entry.figure, "41")

    assert "S-44 is not on the sheet" in asked
    assert [one.code for one in hand.card(page).lines] == ["L-9", "S-44"]


def test_differences_are_explained_approved_and_posted(hand: Hand) -> None:
    page = hand.begun()
    hand.tell(page, "L-9", "110")
    hand.tell(page, "S-44", "40")
    hand.press("count.review")
    hand.qtbot.waitUntil(page.reason_line.isVisible)
    assert "1 difference above 2% waits for a second person" in page.told.text()

    hand.type_in(page.reason, "Broken")
    hand.shell.client.office.who = Actor("Maija")
    hand.press("count.approve")
    hand.qtbot.waitUntil(lambda: "approved by Maija" in page.told.text())
    hand.press("count.post")

    hand.qtbot.waitUntil(lambda: page.count_state is CountState.POSTED)
    assert worth(hand.office, hand.lamp)[0] == qty("110")
    assert not hand.shell.book.action("count.post").isEnabled()


def test_a_blind_count_shows_no_books(hand: Hand) -> None:
    page = hand.begun(Scope(is_blind=True))

    hidden = [
        column.title
        for place, column in enumerate(page.table.rows.columns)
        if page.table.isColumnHidden(place)
    ]

    assert hidden == ["Books", "Difference", "Worth"]
    assert "blind" in page.told.text()


def test_lines_nobody_counted_are_asked_about(hand: Hand) -> None:
    page = hand.begun()
    hand.tell(page, "S-44", "40")

    hand.press("count.review")
    hand.answer(page)

    hand.qtbot.waitUntil(lambda: page.count_state is CountState.REVIEW)


def test_a_count_is_cancelled_with_a_reason(hand: Hand) -> None:
    page = hand.begun()

    hand.press("count.cancel")
    hand.answer(page, "Fire drill")

    hand.qtbot.waitUntil(lambda: page.count_state is CountState.CANCELLED)
    assert "Fire drill" in page.told.text()


def test_a_recount_is_asked_for_by_its_key(hand: Hand) -> None:
    page = hand.begun()
    hand.tell(page, "S-44", "39")
    page.table.choose(hand.card(page).lines[1].line.id)

    hand.press("count.recount")
    hand.type_in(page.entry.figure, "40")

    assert hand.card(page).lines[1].line.earlier == (qty("39"),)


def test_a_count_that_is_gone_closes_its_tab(hand: Hand) -> None:
    page = CountPage(hand.shell, 1)
    with hand.qtbot.waitSignal(page.finished):
        hand.show(page)

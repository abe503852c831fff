"""What is optional is not in the total; what is chosen comes in, and its rival goes out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.totals import totals_of
from app.domain.quotes.choosing import (
    ChosenTwice,
    NotOffered,
    counted,
    counting,
    figures_of,
    groups_of,
    open_choices,
    require_offered,
    rivals,
    shown_figures,
)
from app.domain.quotes.quote import Choice, Position
from tests.quoting import FIRM, OPTION, OTHER, a_quote

POSITIONS = st.builds(Position, st.sampled_from(Choice), st.sampled_from(("", "A", "B")))


def test_only_firm_positions_are_in_the_total() -> None:
    quote = a_quote(FIRM, OPTION, OTHER)

    assert figures_of(quote).net.minor == 100_00
    assert [line.net.minor for line in shown_figures(quote).lines] == [100_00, 200_00, 300_00]


def test_an_option_that_is_chosen_comes_into_the_total() -> None:
    assert figures_of(a_quote(FIRM, OPTION, chosen=(1,))).net.minor == 300_00


def test_an_alternative_takes_the_place_of_the_position_above_it() -> None:
    quote = a_quote(FIRM, FIRM, OTHER, chosen=(2,))

    assert counting(quote) == (0, 2)
    assert rivals(quote, 2) == (1,)


def test_an_alternative_of_a_group_takes_the_place_of_all_its_firm_positions() -> None:
    group = Position(group="A")
    quote = a_quote(group, FIRM, group, Position(Choice.ALTERNATIVE, "A"), chosen=(3,))

    assert counting(quote) == (1, 3)


def test_an_option_of_a_group_does_not_drive_out_what_is_firm() -> None:
    quote = a_quote(Position(group="A"), Position(Choice.OPTIONAL, "A"), chosen=(1,))

    assert counting(quote) == (0, 1)


def test_two_of_one_group_cannot_be_chosen_together() -> None:
    quote = a_quote(FIRM, OTHER, OTHER)

    require_offered(quote, (2,))
    with pytest.raises(ChosenTwice):
        require_offered(quote, (1, 2))


@pytest.mark.parametrize("place", [-1, 0, 7])
def test_what_is_not_offered_cannot_be_chosen(place: int) -> None:
    with pytest.raises(NotOffered):
        require_offered(a_quote(FIRM, OPTION), (place,))


def test_an_alternative_without_anything_above_stands_alone() -> None:
    assert groups_of((OTHER, FIRM)) == ("", "")


@given(st.lists(POSITIONS, max_size=8).map(tuple), st.data())
def test_what_counts_is_what_is_firm_or_chosen_and_never_two_rivals(
    positions: tuple[Position, ...], data: st.DataObject
) -> None:
    offered = open_choices(a_quote(*positions))
    chosen = data.draw(st.sets(st.sampled_from(offered)) if offered else st.just(set()))
    quote = a_quote(*positions, chosen=tuple(chosen))
    try:
        require_offered(quote, quote.chosen)
    except ChosenTwice:
        return

    places = counting(quote)

    assert set(chosen) <= set(places) == set(places) - (set(offered) - set(chosen))
    assert figures_of(quote) == totals_of(counted(quote))
    for place in chosen:
        if positions[place].choice is Choice.ALTERNATIVE:
            assert not set(rivals(quote, place)) & set(places)
    assert figures_of(replace(quote, chosen=())).net.minor == sum(
        100_00 * (at + 1) for at, one in enumerate(positions) if one.choice is Choice.INCLUDED
    )

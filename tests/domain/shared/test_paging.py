"""How a list is asked for."""

from __future__ import annotations

from enum import Enum

import pytest

from app.domain.invoices.invoice import State
from app.domain.shared.paging import (
    MOST_WORDS,
    UnknownSort,
    UnknownState,
    View,
    looked_for,
    sort_of,
    states_of,
)


def test_a_view_without_wishes_asks_for_everything() -> None:
    view = View()

    assert (view.words, view.only, view.is_descending) == ("", (), False)


def test_equal_views_are_one_key() -> None:
    assert len({View(words="aamu"), View(words="aamu"), View()}) == 2


class Sort(Enum):
    NAME = "name"
    TOWN = "town"


def test_a_sort_is_known_by_its_name_and_unknown_ones_are_refused() -> None:
    found = (sort_of(Sort, "town", Sort.NAME), sort_of(Sort, "", Sort.NAME))

    with pytest.raises(UnknownSort) as refused:
        sort_of(Sort, "shoe size", Sort.NAME)

    assert found == (Sort.TOWN, Sort.NAME)
    assert refused.value.facts == {"sort": "shoe size", "known": "name, town"}


def test_a_list_is_narrowed_to_states_that_it_has() -> None:
    assert states_of(State, ("issued", "draft")) == (State.ISSUED, State.DRAFT)

    with pytest.raises(UnknownState) as refused:
        states_of(State, ("paid",))

    assert refused.value.facts == {"state": "paid", "known": "draft, issued, discarded"}


def test_a_pasted_page_narrows_a_list_by_its_first_words() -> None:
    assert looked_for(" Aamu  Oy ") == ("Aamu", "Oy")
    assert looked_for("a " * 3000) == ("a",) * MOST_WORDS

"""Places that every office has by itself are called in the reader's language."""

from __future__ import annotations

from app.domain.stock.places import HOME, VIRTUAL
from app.lang.places import PLACES, place_name
from app.lang.texts import say_in


def test_every_place_that_makes_itself_has_a_name() -> None:
    assert set(PLACES) == {HOME, *VIRTUAL.values()}


def test_a_place_of_the_office_is_called_by_its_code() -> None:
    assert place_name("A-01", say_in("fi")) == "A-01"
    assert place_name("LOSS", say_in("en")) == "Scrap and loss"
    assert place_name("MAIN", say_in("fi")) != "MAIN"

"""How a list is asked for."""

from __future__ import annotations

from app.domain.shared.paging import View


def test_a_view_without_wishes_asks_for_everything() -> None:
    view = View()

    assert (view.words, view.only, view.is_descending) == ("", (), False)


def test_equal_views_are_one_key() -> None:
    assert len({View(words="aamu"), View(words="aamu"), View()}) == 2

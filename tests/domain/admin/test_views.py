"""A saved view is read as it was written, and lists keep theirs apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.views import SavedView, view_of, views_of, with_view, without_view

TEXTS = st.text(max_size=12)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)


@given(st.builds(SavedView, TEXTS, TEXTS, LISTS, TEXTS, st.booleans(), LISTS))
def test_what_is_written_is_read(view: SavedView) -> None:
    assert view_of(view.name, view.lines()) == view


def test_lines_that_nobody_knows_are_left_out() -> None:
    assert view_of("x", ("", "colour=red", "words=lumo")) == SavedView("x", "lumo")


def test_each_list_has_its_own_views_in_the_order_of_saving() -> None:
    kept = with_view({}, "contacts", SavedView("Late", "late"))
    kept = with_view(kept, "products", SavedView("Late", "x"))
    kept = with_view(kept, "contacts", SavedView("A", "a"))
    kept = with_view(kept, "contacts", SavedView("Late", "later"))

    found = views_of(kept, "contacts")
    left = without_view(kept, "contacts", "Late")

    assert [(one.name, one.words) for one in found] == [("Late", "later"), ("A", "a")]
    assert [one.name for one in views_of(left, "contacts")] == ["A"]
    assert [one.words for one in views_of(left, "products")] == ["x"]

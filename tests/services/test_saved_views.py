"""Each person's views of lists lie in the office, in the order in which they were saved."""

from __future__ import annotations

from app.domain.admin.views import SavedView
from app.services import drafts, saved_views
from app.services.office import Office
from app.services.permissions import Actor
from tests.employing import CLERK

STEEL = SavedView("Steel", "ter", ("supplier",), "number", is_descending=True, columns=("-town:9",))
LATE = SavedView("Late", "a=b", sort="name")


def test_views_are_kept_in_order_changed_and_dropped(office: Office) -> None:
    office.do(saved_views.keep, "contacts", STEEL)
    office.do(saved_views.keep, "contacts", LATE)
    after = office.do(saved_views.keep, "contacts", SavedView("Steel", "iron")).result
    left = office.do(saved_views.drop, "contacts", "Late").result

    assert [one.name for one in after] == ["Steel", "Late"]
    assert left == office.ask(saved_views.of, "contacts") == (SavedView("Steel", "iron"),)
    assert office.do(saved_views.drop, "contacts", "Steel").result == ()
    assert office.ask(saved_views.of, "contacts") == ()


def test_a_view_is_as_it_was_saved_and_of_its_list_alone(office: Office) -> None:
    office.do(saved_views.keep, "contacts", STEEL)

    assert office.ask(saved_views.of, "contacts") == (STEEL,)
    assert office.ask(saved_views.of, "invoices") == ()


def test_nobody_has_the_views_of_another_and_they_are_no_drafts(office: Office) -> None:
    other = Office(office.database, office.clock, Actor("Pekka"))
    office.do(saved_views.keep, "contacts", STEEL)

    assert other.ask(saved_views.of, "contacts") == ()
    assert office.ask(drafts.all_kept) == ()


def test_what_is_looked_for_among_people_is_sealed_for_who_may_read_it(office: Office) -> None:
    secret = SavedView("Salonen", "131052-308T")
    clerk = Office(office.database, office.clock, Actor("Anna", CLERK))

    office.do(saved_views.keep, "employees", secret)
    clerk.do(saved_views.keep, "employees", STEEL)
    with office.database.read() as unit:
        rows = {row.who: str(row.body) for row in unit.drafts.all()}

    assert office.ask(saved_views.of, "employees") == (secret,)
    assert clerk.ask(saved_views.of, "employees") == (STEEL,)
    assert "Salonen" not in rows[office.who.name]
    assert "131052" not in rows[office.who.name]
    without = Office(office.database, office.clock, Actor(office.who.name, CLERK))
    assert without.ask(saved_views.of, "employees") == ()
    assert office.do(saved_views.drop, "employees", "Salonen").result == ()


def test_what_lay_in_a_file_joins_what_is_here(office: Office) -> None:
    office.do(saved_views.keep, "contacts", STEEL)
    kept = {"contacts/Steel": ("words=old",), "contacts/Late": LATE.lines(), "x/y": ("words=z",)}

    office.do(saved_views.take_over, kept)

    assert set(office.ask(saved_views.of, "contacts")) == {STEEL, LATE}
    assert office.ask(saved_views.of, "x") == (SavedView("y", "z"),)

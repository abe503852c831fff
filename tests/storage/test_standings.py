"""How invoices stand: written together, and found by customer and by reference."""

from __future__ import annotations

from datetime import date

from app.domain.reminders.standing import InvoiceStanding
from app.domain.shared.references import rf
from app.storage.database import Database
from tests.reminding import an_owed_office, due, run_on
from tests.trade import AAMU

DAY = date(2026, 3, 1)
DUE = date(2026, 1, 15)


def test_standings_are_written_and_written_again(database: Database) -> None:
    office = an_owed_office(database)
    first, second = due(office, "1000", DUE), due(office, "500", DUE)
    fresh = [InvoiceStanding(one.id) for one in (first, second)]

    with database.write() as unit:
        unit.standings.save([(one, one.stopped()) for one in fresh])
        unit.standings.save([(fresh[0].stopped(), fresh[0].stopped().disputed("no", DAY))])
        unit.standings.save([(fresh[1], fresh[1])])

    with database.read() as unit:
        found = unit.standings.get_all((first.id, second.id))
        assert found[first.id] == InvoiceStanding(first.id, 0, None, "no", DAY, is_stopped=True)
        assert found[second.id].is_stopped


def test_what_was_never_touched_stands_at_nothing(database: Database) -> None:
    with database.read() as unit:
        assert unit.standings.get_all(()) == {}


def test_claims_are_found_by_customer_and_by_any_form_of_a_reference(database: Database) -> None:
    office = an_owed_office(database)
    first, second = due(office, "1000", DUE), due(office, "500", DUE)
    (letter,) = run_on(office, DAY)

    with database.read() as unit:
        claims = unit.standings.claims((AAMU.id,))
        assert list(claims) == [first.id, second.id]
        for reference in (letter.reference, rf(letter.reference), letter.number):
            assert unit.standings.named(reference) == (first.id, second.id)
        assert unit.standings.named(first.reference) == (first.id,)
        assert unit.standings.named(" ") == ()

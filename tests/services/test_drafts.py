"""What is typed is kept beside the record until it is saved or given up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.shared.drafts import Place, Writing
from app.domain.shared.ids import EmployeeId, InvoiceId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid
from app.services import drafts, invoices
from app.services.office import Desk, Office
from app.services.permissions import SELF_SERVICE, Actor, Permission, command
from app.services.roles import BUILT_IN
from tests.employing import as_role
from tests.trade import AAMU, AT, LAMP, a_content

SALES = next(one for one in BUILT_IN if one.name == "sales")


def audited(office: Office) -> int:
    with office.database.read() as unit:
        return unit.audit.count()


def test_a_form_is_kept_and_dropped_without_a_line_in_the_audit(office: Office) -> None:
    before = audited(office)
    office.do(drafts.keep, "contact", 5, 2, {"name": "Aam"})
    office.do(drafts.keep, "contact", 5, 2, {"name": "Aamu", "lines": [1, None, "x"]})

    kept = office.ask(drafts.kept, "contact", 5)

    assert kept is not None
    assert kept.body == {"name": "Aamu", "lines": [1, None, "x"]}
    assert (kept.base_version, kept.who) == (2, "Maija")
    assert office.ask(drafts.all_kept) == (kept,)
    office.do(drafts.drop, "contact", 5)
    assert office.ask(drafts.kept, "contact", 5) is None
    assert audited(office) == before


def test_saving_an_invoice_drops_what_its_form_held(office: Office) -> None:
    with office.database.write() as unit:
        unit.contacts.add(AAMU, AT)
        unit.products.add(LAMP, AT)
    office.do(drafts.keep, "invoice", 77, 0, {"note": "x"})

    draft = office.do(invoices.draft, a_content(), InvoiceId(77)).result

    assert office.ask(drafts.all_kept) == ()
    office.do(drafts.keep, "invoice", 77, 1, {"note": "y"})
    office.do(invoices.revise, draft.id, 1, a_content(note="y"))
    assert office.ask(drafts.all_kept) == ()


def test_the_newest_new_record_that_no_form_holds_waits_for_its_clerk(office: Office) -> None:
    for entity, base in ((5, 0), (6, 0), (7, 2)):
        office.do(drafts.keep, "contact", entity, base, {})

    newest = office.ask(drafts.waiting, "contact", frozenset())
    other = office.ask(drafts.waiting, "contact", frozenset({6}))

    assert newest is not None and newest.entity == 6
    assert other is not None and other.entity == 5
    assert office.ask(drafts.waiting, "contact", frozenset({5, 6})) is None
    assert office.ask(drafts.waiting, "product", frozenset()) is None


def test_to_keep_nothing_is_to_forget(office: Office) -> None:
    office.do(drafts.keep, "contact", 5, 2, {"name": "Aamu"})

    office.do(drafts.keep, "contact", 5, 2, None)

    assert office.ask(drafts.kept, "contact", 5) is None


def test_what_a_colleague_types_is_shown_to_nobody(office: Office) -> None:
    boon, sari = (as_role(office, SALES, name) for name in ("Boon", "Sari"))
    boon.do(drafts.keep, "invoice", 7, 1, {"note": "kesken"})

    for other in (sari, office):
        assert other.ask(drafts.kept, "invoice", 7) is None
        assert other.ask(drafts.all_kept) == ()
    assert boon.ask(drafts.kept, "invoice", 7) is not None


def test_that_a_colleague_is_writing_is_told_and_since_when_but_not_what(office: Office) -> None:
    boon, sari = (as_role(office, SALES, name) for name in ("Boon", "Sari"))
    boon.do(drafts.keep, "invoice", 7, 1, {"note": "kesken"})
    boon.do(drafts.keep, "invoice", 7, 1, {"note": "kesken yha"})
    begun = boon.ask(drafts.kept, "invoice", 7)

    found = sari.ask(drafts.others, "invoice", 7)

    assert begun is not None and begun.since is not None
    assert found == (Writing("Boon", begun.since, begun.at),)
    assert boon.ask(drafts.others, "invoice", 7) == ()
    assert sari.ask(drafts.others, "invoice", 8) == ()


def test_two_clerks_keep_their_own_drafts_of_one_record(office: Office) -> None:
    boon, sari = (as_role(office, SALES, name) for name in ("Boon", "Sari"))
    boon.do(drafts.keep, "invoice", 7, 1, {"note": "Boon"})
    sari.do(drafts.keep, "invoice", 7, 1, {"note": "Sari"})

    sari.do(drafts.drop, "invoice", 7)

    kept = boon.ask(drafts.kept, "invoice", 7)
    assert kept is not None and kept.body == {"note": "Boon"}
    assert sari.ask(drafts.kept, "invoice", 7) is None


@command(Permission.COMPANY_READ)
def save_or_refuse(desk: Desk, number: int) -> None:
    if number < 0:
        raise Invalid((Problem("number", "contacts.without-name"),))


def test_the_command_that_saves_forgets_the_draft_with_it_or_leaves_it(office: Office) -> None:
    place = Place("list", 5)
    office.do(drafts.keep, *place, 1, {"number": "-7"})
    boon = as_role(office, SALES, "Boon")
    boon.do(drafts.keep, *place, 1, {"number": "3"})

    with pytest.raises(Invalid):
        office.do_saving(place, save_or_refuse, -7)
    assert office.ask(drafts.kept, *place) is not None
    office.do_saving(place, save_or_refuse, 7)

    assert office.ask(drafts.kept, *place) is None
    assert boon.ask(drafts.kept, *place) is not None


@pytest.mark.parametrize(
    "form", ["employees.tax-card-dialog", "employee-private", "employment-contract", "own-wish"]
)
def test_what_is_typed_about_pay_and_sickness_lies_sealed(office: Office, form: str) -> None:
    office.do(drafts.keep, form, 5, 1, {"amount": "4711.23"})

    with office.database.read() as unit:
        assert "4711.23" not in str(unit.drafts.all())
    kept = office.ask(drafts.kept, form, 5)
    assert kept is not None and kept.body == {"amount": "4711.23"}
    lost = replace(office.who, role=SALES)
    before_wall = Office(office.database, office.clock, lost)
    assert before_wall.ask(drafts.kept, form, 5) is None
    assert before_wall.ask(drafts.all_kept) == ()


def test_who_stands_before_the_wall_reads_the_own_typing_with_the_own_key(office: Office) -> None:
    who = Actor("Ville", SALES, employee_id=EmployeeId(77))
    ville = Office(office.database, office.clock, who)
    ville.do(drafts.keep, "own-wish", 0, 0, {"iban": "FI21"})

    kept = ville.ask(drafts.kept, "own-wish", 0)

    assert kept is not None and kept.body == {"iban": "FI21"}
    with office.database.read() as unit:
        assert "FI21" not in str(unit.drafts.all())
    other = Office(office.database, office.clock, replace(who, employee_id=EmployeeId(78)))
    assert other.ask(drafts.kept, "own-wish", 0) is None


def test_nothing_is_kept_of_who_came_in_with_a_pin() -> None:
    assert drafts.may_keep(Actor("Maija"))
    assert not drafts.may_keep(Actor("Maija", SELF_SERVICE))

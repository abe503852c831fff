"""What is missing is counted and named, and no more once it is there."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from app.domain.accounting.entries import NewEntry
from app.domain.accounting.journal import Entry, Posting
from app.domain.archive.gaps import Gap
from app.domain.archive.readers import Readers
from app.domain.shared.money import Money
from app.services import accounting, documents, entries, kinds, missing
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission, Role
from tests.builders import TODAY
from tests.services.test_disposing import filed
from tests.services.test_documents import a_type, as_clerk, changed, office, taken
from tests.trade import AAMU, at, issued

__all__ = ["office"]
"""The office of the documents' tests, as a fixture."""


def a_manual_entry(office: Office) -> Entry:
    accounts = office.ask(accounting.accounts)[:2]
    postings = tuple(
        Posting(account.id, Money(minor, "EUR"))
        for account, minor in zip(accounts, (500, -500), strict=True)
    )
    return office.do(entries.book, NewEntry(TODAY, "Rent", postings)).result


def counts(office: Office) -> tuple[int, ...]:
    found = office.ask(missing.gaps)
    return tuple(found.of(gap) for gap in Gap)


def test_an_entry_lacks_its_voucher_until_a_document_belongs_to_it(office: Office) -> None:
    entry = a_manual_entry(office)

    (found,) = office.ask(missing.gaps).first

    assert (found.gap, found.kind, found.id, found.name) == (
        Gap.VOUCHER,
        "entry",
        entry.id,
        entry.number,
    )
    voucher = taken(office)
    office.do(documents.link, voucher, f"entry:{entry.id}")
    assert counts(office) == (0, 0, 0)
    office.do(documents.trash, (voucher,))
    assert counts(office) == (1, 0, 0)


def test_an_issued_invoice_has_its_paper_and_its_entry_stands_on_it(office: Office) -> None:
    issued(office)

    assert counts(office) == (0, 0, 0)

    with office.database.write() as unit:
        unit.connection.execute(text("DELETE FROM document_link"))
    assert counts(office) == (1, 0, 1)


def test_a_supplier_lacks_a_contract_that_is_in_force(office: Office) -> None:
    filed(office, "bill.pdf", correspondent_id=AAMU.id)
    assert counts(office) == (0, 1, 0)

    contract = filed(office, "contract.pdf", "contract", correspondent_id=AAMU.id)
    assert counts(office) == (0, 0, 0)

    changed(office, contract, event_on=TODAY)
    assert counts(office) == (0, 0, 0)
    assert counts(at(office, date(2026, 3, 11))) == (0, 1, 0)


def test_a_document_behind_a_wall_fills_no_gap_for_others(office: Office) -> None:
    entry = a_manual_entry(office)
    for file, source in (("voucher.pdf", f"entry:{entry.id}"), ("deed.pdf", f"contact:{AAMU.id}")):
        one = filed(office, file, "contract", correspondent_id=AAMU.id)
        office.do(documents.link, one, source)
    filed(office, "bill.pdf", correspondent_id=AAMU.id)
    assert counts(office) == (0, 0, 0)

    contract = a_type(office, "contract")
    walled = kinds.TypeForm("contract", contract.names, "contract", readers=Readers.MANAGEMENT)
    office.do(kinds.change_type, contract.id, contract.version, walled)

    role = Role("clerk", OWNER.permissions - {Permission.ARCHIVE_MANAGEMENT})
    clerk = Office(office.database, office.clock, Actor("Ville", role))
    assert (counts(office), counts(clerk)) == ((0, 0, 0), (1, 1, 0))


def test_everybody_is_told_only_what_they_may_read(office: Office) -> None:
    a_manual_entry(office)
    filed(office, "bill.pdf", correspondent_id=AAMU.id)
    clerk = as_clerk(office, Permission.ARCHIVE_READ, Permission.CONTACTS_READ)

    found = clerk.ask(missing.gaps)

    assert {one.gap for one in found.first} == {Gap.CONTRACT}
    assert found.of(Gap.VOUCHER) == 0


@pytest.mark.parametrize("most", [-1, 0, 1])
def test_as_many_are_told_as_were_asked_for(office: Office, most: int) -> None:
    first, second = a_manual_entry(office), a_manual_entry(office)

    found = office.ask(missing.gaps, most)

    assert found.of(Gap.VOUCHER) == 2
    assert [one.id for one in found.first] == [second.id][: max(0, most)]
    office.do(entries.reverse, first.id, TODAY)
    assert counts(office) == (2, 0, 0)

"""Every guarded command is tried: nothing is done, it waits, and once approved it is done once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.accounting.writing import EntryForm, EntryLine
from app.domain.admin.users import SecondPair, UserForm
from app.domain.contacts.contact import BankAccount
from app.domain.employees.employee import PayAccount
from app.domain.employees.own_changes import details_of
from app.domain.payments.payment import NewPayment
from app.domain.products.form import form_of as product_form
from app.domain.shared.ids import DocumentId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError
from app.services import (
    accounts,
    admin,
    approvals,
    archive,
    documents,
    door,
    entries,
    letters_out,
    orders,
    own_changes,
    payments,
    people_exports,
    products,
    users,
)
from app.services.guarded import GUARDED
from app.services.office import Office, no_progress
from app.services.people_exports import ListOn
from app.services.second_looks import Call, SecondLooks, Waits
from app.storage.database import Database
from tests.builders import TODAY, a_product
from tests.employing import PRIVATE, hire
from tests.order_desk import asked, confirmed
from tests.pairs import approve, ask_for, paired, seen_by, waiting
from tests.paying import eur, paid
from tests.services import letters
from tests.services.own import came_in
from tests.trade import AAMU, issued

Asking = Callable[[Office], object]
Making = Callable[[Office], Asking]
EVERYTHING = tuple(SecondPair)
STATES = (
    "SELECT state FROM document",
    "SELECT is_archived FROM product",
    "SELECT state FROM sales_order",
    "SELECT state FROM letter_out",
    "SELECT state FROM own_change",
)
ONE = Money(1_00, "EUR")


def reversed_payment(office: Office) -> Asking:
    payment = paid(office, "100")
    return lambda asker: asker.do(payments.reverse, payment.id, "Wrong customer")


def undone_settlement(office: Office) -> Asking:
    invoice = issued(office)
    lost = office.do(payments.write_off, invoice.id, "Bankrupt", eur("10")).result
    return lambda asker: asker.do(payments.undo, lost.id)


def written_off(office: Office) -> Asking:
    invoice = issued(office)
    return lambda asker: asker.do(payments.write_off, invoice.id, "Bankrupt")


def recorded(office: Office) -> Asking:
    return lambda asker: asker.do(payments.record, NewPayment(eur("500"), AAMU.id))


def reversed_entry(office: Office) -> Asking:
    bank, premises = office.ask(accounts.find, "1910")[0], office.ask(accounts.find, "7100")[0]
    lines = (
        EntryLine(premises.id, Decimal(10), None, premises.vat),
        EntryLine(bank.id, None, Decimal(10), "", "Kallio"),
    )
    entry = office.do(entries.post, EntryForm(TODAY, "Rent", lines, "EUR")).result
    return lambda asker: asker.do(entries.reverse, entry.id)


def trashed(office: Office) -> Asking:
    record = office.do(archive.file, "scan.pdf", "application/pdf", b"scan").result
    return lambda asker: asker.do(documents.trash, (DocumentId(record.id),))


def product_put_away(office: Office) -> Asking:
    product = office.do(products.add, product_form(a_product("G-77"))).result
    return lambda asker: asker.do(products.put_away, (product.id,))


def order_cancelled(office: Office) -> Asking:
    product = office.do(products.add, product_form(a_product("G-78"))).result
    order = confirmed(office, asked(product.id, 1))
    return lambda asker: asker.do(orders.cancel, order.id, "Wrong shop")


def letter_voided(office: Office) -> Asking:
    letter = letters.issued(office)
    return lambda asker: asker.do(letters_out.void, letter.id, "Wrong address")


def own_account_accepted(office: Office) -> Asking:
    """Maija asks to be paid elsewhere; who accepts it for the personnel office is Anna."""
    person = hire(office)
    wished = replace(details_of(PRIVATE), account=PayAccount("DE89370400440532013000"))
    asked_for = came_in(office, person.id).do(own_changes.ask, wished).result
    return lambda asker: asker.do(own_changes.accept, asked_for.id, asked_for.version)


def company_paid_elsewhere(office: Office) -> Asking:
    company = office.ask(admin.company)
    swapped = replace(company, accounts=(BankAccount("DE89370400440532013000"),))
    return lambda asker: asker.do(admin.change_company, swapped)


REAL: dict[str, Making] = {
    "payments.reverse": reversed_payment,
    "payments.undo": undone_settlement,
    "payments.write_off": written_off,
    "payments.record": recorded,
    "entries.reverse": reversed_entry,
    "documents.trash": trashed,
    "products.put_away": product_put_away,
    "orders.cancel": order_cancelled,
    "letters_out.void": letter_voided,
    "own_changes.accept": own_account_accepted,
    "admin.change_company": company_paid_elsewhere,
}


@pytest.mark.parametrize("name", sorted(REAL))
def test_it_waits_changes_nothing_and_is_done_once_when_approved(
    database: Database, name: str
) -> None:
    anna = paired(database)
    ask = REAL[name](anna)
    ask_for(anna, *EVERYTHING, least=ONE)
    before = _counted(database)

    with pytest.raises(Waits):
        ask(anna)
    assert _counted(database) == before

    one = waiting(anna).approval
    ben = seen_by(anna)
    approve(ben)
    after = _counted(database)
    assert after != before
    with pytest.raises(OfficeError):
        ben.run(approvals.approve, one.id, one.version)
    assert _counted(database) == after


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_what_is_guarded_by_its_name_waits_before_a_transaction_ends(
    database: Database, name: str
) -> None:
    """The gate of each: a call of it at a desk whose rules ask for it raises Waits."""
    anna = paired(database, *EVERYTHING, least=ONE)
    way = next(one for one in door.doorways() if one.name == name)
    given = dict.fromkeys(way.describe()["arguments"]["required"], 7)
    call = Call(way.function, way.mark, (), given)
    with database.read() as unit:
        looks = SecondLooks(anna.desk(unit, no_progress))
        with pytest.raises(Waits) as waits:
            looks.settle(call, lambda _permission: ("Ben",))

    assert waits.value.facts["what"] == GUARDED[name][0]


def test_an_errand_waits_before_it_begins(database: Database) -> None:
    anna = paired(database, SecondPair.ROLES)

    with pytest.raises(Waits):
        anna.run(users.make, UserForm("Cee"), "never kept")

    assert waiting(seen_by(anna)).approval.command == "users.make"
    assert len(anna.ask(users.rows)) == 3


def test_a_private_export_waits_and_the_second_writes_it(
    database: Database, tmp_path: Path
) -> None:
    anna = paired(database, SecondPair.PRIVATE_EXPORT)
    target = tmp_path / "people.csv"

    with pytest.raises(Waits):
        anna.ask(people_exports.people, target, ListOn(View()))
    assert not target.exists()
    approve(seen_by(anna))

    assert target.exists()


def _counted(database: Database) -> tuple[object, ...]:
    with database.read() as unit:
        tables = ("journal_entry", "payment", "allocation", "employee_record")
        rows = tuple(
            unit.connection.exec_driver_sql(f"SELECT count(*) FROM {one}").scalar()  # noqa: S608  ours
            for one in tables
        )
        states = tuple(
            tuple(sorted(map(str, unit.connection.exec_driver_sql(sentence).scalars())))
            for sentence in STATES
        )
        return (*rows, *states, unit.company.get().accounts)

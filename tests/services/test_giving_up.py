"""Nobody gives up a claim by another name: beside a cent of money, or out of somebody's credit."""

from __future__ import annotations

import pytest

from app.domain.admin.users import Limit, SecondPair
from app.domain.payments.payment import Closing, NewPayment, Part
from app.domain.shared.ids import PaymentId
from app.outside.clock import FixedClock
from app.services import payments
from app.services.limits import AboveLimit
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission
from app.services.second_looks import Waits
from app.storage.database import Database
from tests.builders import TODAY
from tests.pairs import approve, ask_for, paired, seen_by, waiting
from tests.paying import eur, paid, part
from tests.trade import AAMU, count, issued, opened_books

LOSSES = (Closing.WRITE_OFF, Closing.ROUNDING, Closing.EARLY)
WAYS = ("record", "allocate")
BESIDE = (*LOSSES, Closing.WITHHELD)


def close(office: Office, way: str, credit: PaymentId, parts: tuple[Part, ...]) -> None:
    """Close parts of a claim, beside a euro of money or out of what a payment left."""
    if way == "record":
        office.do(payments.record, NewPayment(eur("1"), AAMU.id, parts=parts))
    else:
        office.do(payments.allocate, credit, parts)


def limited(database: Database) -> Office:
    limit = Limit(Permission.PAYMENTS_RECORD.value, eur("10"))
    return Office(database, FixedClock(TODAY), Actor("Boon", OWNER, limits=(limit,)))


@pytest.mark.parametrize("closing", BESIDE)
def test_what_is_closed_beside_money_counts_for_the_limit(
    database: Database, closing: Closing
) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)
    invoice = issued(office)
    credit = paid(office, "5")
    boon = limited(database)

    for way in WAYS:
        with pytest.raises(AboveLimit):
            close(boon, way, credit.id, (part(invoice, "50", closing),))

    assert count(office, "allocation") == 0
    boon.do(payments.allocate, credit.id, (part(invoice, "5"),))
    assert count(office, "allocation") == 1


@pytest.mark.parametrize("closing", LOSSES)
@pytest.mark.parametrize("way", WAYS)
def test_a_loss_by_any_name_waits_for_a_second_person(
    database: Database, way: str, closing: Closing
) -> None:
    anna = paired(database)
    invoice, credit = issued(anna), paid(anna, "5")
    ask_for(anna, SecondPair.CANCEL)
    parts = (part(invoice, "50", closing),)

    with pytest.raises(Waits) as waits:
        close(anna, way, credit.id, parts)
    assert waits.value.facts["record"] == f"invoice:{invoice.id}"
    assert count(anna, "allocation") == 0
    assert waiting(seen_by(anna)).may_decide
    approve(seen_by(anna))

    assert count(anna, "allocation") == 1


def test_a_cent_of_rounding_and_a_withheld_tax_are_no_loss(database: Database) -> None:
    anna = paired(database)
    invoice = issued(anna)
    ask_for(anna, SecondPair.CANCEL)
    small = part(invoice, "0.02", Closing.ROUNDING)

    anna.do(payments.record, NewPayment(eur("1"), AAMU.id, parts=(part(invoice, "1"), small)))
    withheld = part(invoice, "3", Closing.WITHHELD)
    anna.do(payments.record, NewPayment(eur("2"), AAMU.id, parts=(part(invoice, "2"), withheld)))

    assert count(anna, "allocation") == 4

"""The sample company's expenses: claims that are written, handed in, booked and paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from typing import Any

from app.domain.expenses.expense import ExpenseKind
from app.domain.expenses.making import ClaimForm, LineForm
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import Refusal
from app.services import expenses
from app.services.demo_leave import APPROVER
from app.services.expenses import OpenedClaim
from app.services.office import Office

Story = Mapping[str, Any]
Receipt = Callable[[Story], DocumentId]
STEPS = ("draft", "submitted", "approved", "posted", "paid")


def tell_claim(office: Office, one: Story, receipt: Receipt) -> None:
    """Write a claim and bring it as far as the story says; one without a tariff is left out."""
    opened = office.ask(expenses.opened)
    person = next((who for who, name in opened.people.items() if one["person"] in name), None)
    lines = tuple(_lines(office, one, opened, receipt))
    # In a year for which no tariff was decided yet nothing can be claimed by one.
    with suppress(Refusal):
        claim = office.do(expenses.draft, ClaimForm(person, one["purpose"], lines)).result
        far = STEPS.index(one["state"])
        if far >= STEPS.index("submitted"):
            claim = office.do(expenses.submit, claim.id, claim.version).result
        if far >= STEPS.index("approved"):
            other = Office(office.database, office.clock, APPROVER)
            claim = other.do(expenses.approve, claim.id, claim.version).result
        if far >= STEPS.index("posted"):
            office.do(expenses.post, claim.id)
        if far >= STEPS.index("paid"):
            office.do(expenses.pay, (claim.id,))


def _lines(office: Office, one: Story, opened: OpenedClaim, receipt: Receipt) -> Iterator[LineForm]:
    presets = {held.code: held for held in opened.law.presets}
    kinds = {held.code: held.kind for held in opened.law.tariffs}
    accounts = {held.number: held.id for held in opened.accounts}
    for line in one["lines"]:
        day = office.clock.today() - timedelta(days=line["days_ago"])
        what, preset = line["what"], presets.get(line["what"])
        if preset is None:
            price = Decimal(line["price"]) if "price" in line else None
            yield LineForm(
                kinds.get(what, ExpenseKind.MILEAGE),
                day,
                line["text"],
                quantity=Decimal(line["quantity"]),
                tariff=what,
                price=price,
            )
        else:
            paper = {"days_ago": line["days_ago"], **line["receipt"]} if "receipt" in line else None
            yield LineForm(
                day=day,
                text=line["text"],
                account_id=accounts[preset.account],
                amount=Decimal(line["amount"]),
                vat=preset.vat,
                document_id=receipt(paper) if paper else None,
            )

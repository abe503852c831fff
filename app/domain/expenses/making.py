"""From what is written of expenses to a claim: VAT out of the gross, kilometres and days by tariff.

A price or a quantity that is left open is a problem at its field; until then it counts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from app.domain.accounting.chart import Account, AccountKind
from app.domain.expenses.expense import ExpenseClaim, ExpenseKind, ExpenseLine, Paying
from app.domain.expenses.policy import ExpenseLimit, measured
from app.domain.expenses.refused import (
    ABOVE_TARIFF,
    ACCOUNT_NOT_EXPENSE,
    DAY_TO_COME,
    LONG_AGO,
    NO_RATE,
    OVER_LIMIT,
    TARIFF_UNCHECKED,
    TARIFF_UNKNOWN,
    VAT_UNKNOWN,
    WITHOUT_ACCOUNT,
    WITHOUT_AMOUNT,
    WITHOUT_DAY,
    WITHOUT_LINES,
    WITHOUT_PERSON,
    WITHOUT_PRICE,
    WITHOUT_PURPOSE,
    WITHOUT_QUANTITY,
    WITHOUT_RECEIPT,
    WITHOUT_TARIFF,
    WITHOUT_TEXT,
    NoTariff,
)
from app.domain.expenses.tariffs import ExpenseLaw, Tariff, tariff_on
from app.domain.shared.ids import AccountId, DocumentId, EmployeeId, ExpenseLineId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money, money, zero
from app.domain.shared.problems import Problem, within
from app.domain.shared.quantities import Rate, quantity, unit_price
from app.domain.shared.refusals import refused_at
from app.domain.shared.vat import NoRateYet, VatCode

HUNDRED = Decimal(100)
NOUGHT = Decimal(0)
LONG = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class LineForm:
    """An expense as it is written.

    A receipt has ``amount``, in ``currency`` where it was not paid in that of the books, and
    ``rate`` by which it is converted where it is told. Kilometres and days have ``quantity`` by
    the ``tariff``, at another ``price`` where one was agreed.
    """

    kind: ExpenseKind = ExpenseKind.RECEIPT
    day: date | None = None
    text: str = ""
    account_id: AccountId | None = None
    amount: Decimal | None = None
    vat: str = ""
    currency: str = ""
    rate: Decimal | None = None
    quantity: Decimal | None = None
    tariff: str = ""
    price: Decimal | None = None
    document_id: DocumentId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """A claim as it is written."""

    employee_id: EmployeeId | None = None
    purpose: str = ""
    lines: tuple[LineForm, ...] = ()
    paying: Paying = Paying.BANK


@dataclass(frozen=True, slots=True)
class ExpenseGround:
    """What a claim is held against: the books, the law, the policy, and what other money is worth.

    ``rate`` tells what one unit of a currency was worth on a day, or None.
    """

    today: date
    currency: str
    accounts: Mapping[AccountId, Account]
    codes: Mapping[str, VatCode]
    law: ExpenseLaw
    limits: Sequence[ExpenseLimit] = ()
    rate: Callable[[str, date], Decimal | None] = field(default=lambda _currency, _day: None)

    def numbered(self, number: str) -> AccountId | None:
        """Return the open account of a number."""
        fit = (one for one in self.accounts.values() if one.number == number and not one.is_closed)
        return next((one.id for one in fit), None)


def tidied(form: ClaimForm) -> ClaimForm:
    """Return a claim as it is kept: tidy texts, no empty lines."""
    lines = (
        replace(
            one,
            text=one_line(one.text),
            reason=one_line(one.reason),
            currency=one_line(one.currency).upper(),
        )
        for one in form.lines
    )
    kept = tuple(one for one in lines if replace(one, kind=ExpenseKind.RECEIPT) != LineForm())
    return replace(form, purpose=one_line(form.purpose), lines=kept)


def vat_within(gross: Money, rate: Decimal) -> Money:
    """Return the VAT in an amount that includes it, half up."""
    return money(gross.amount * rate / (HUNDRED + rate), gross.currency)


def lines_of(form: ClaimForm, ground: ExpenseGround) -> tuple[ExpenseLine, ...]:
    """Return the expenses of a claim that has no problems, with what is over a limit."""
    made = (_line(at, one, ground) for at, one in enumerate(form.lines))
    return measured(tuple(made), ground.limits)


def reckoned(form: ClaimForm, ground: ExpenseGround) -> tuple[ExpenseLine | None, ...]:
    """Return the expenses of a claim as far as they can be reckoned, None where they cannot."""
    found = [
        None if _is_wrong(one, ground) else _line(at, one, ground)
        for at, one in enumerate(form.lines)
    ]
    told = {one.place: one for one in measured([one for one in found if one], ground.limits)}
    return tuple(told.get(at) for at in range(len(found)))


def check(form: ClaimForm, ground: ExpenseGround) -> tuple[Problem, ...]:
    """Return what is wrong with a tidy claim, each at its field."""
    return tuple(_found(form, ground))


def form_of(claim: ExpenseClaim) -> ClaimForm:
    """Return what may be changed of a claim."""
    return ClaimForm(
        claim.employee_id, claim.purpose, tuple(map(_written, claim.lines)), claim.paying
    )


def _written(one: ExpenseLine) -> LineForm:
    is_receipt = one.kind is ExpenseKind.RECEIPT
    paid = one.foreign or one.gross
    return LineForm(
        kind=one.kind,
        day=one.day,
        text=one.text,
        account_id=one.account_id,
        amount=paid.amount if is_receipt else None,
        vat=one.vat_code,
        currency=one.foreign.currency if one.foreign else "",
        rate=one.rate_of_exchange,
        quantity=one.quantity,
        tariff=one.tariff,
        price=None if is_receipt else one.price,
        document_id=one.document_id,
        reason=one.reason,
    )


def _is_wrong(one: LineForm, ground: ExpenseGround) -> bool:
    """Say whether what an expense comes to cannot be reckoned; it may lack words and an account."""
    named = {"text", "account_id"}
    return any(not held.is_warning and held.field not in named for held in _of_line(one, ground))


def _line(at: int, one: LineForm, ground: ExpenseGround) -> ExpenseLine:
    assert one.day is not None
    by_tariff = one.kind is not ExpenseKind.RECEIPT
    empty = ExpenseLine(
        id=ExpenseLineId(0),
        place=at,
        kind=one.kind,
        day=one.day,
        text=one.text,
        account_id=_account(one, ground) or AccountId(0),
        gross=zero(ground.currency),
        vat_rate=Rate(NOUGHT),
        vat=zero(ground.currency),
        document_id=one.document_id,
        reason=one.reason,
    )
    return _by_tariff(empty, one, ground) if by_tariff else _receipt(empty, one, ground)


def _by_tariff(empty: ExpenseLine, one: LineForm, ground: ExpenseGround) -> ExpenseLine:
    tariff = tariff_on(one.tariff, empty.day, ground.law.tariffs)
    price = unit_price(tariff.price if one.price is None else one.price)
    amount = quantity(one.quantity or NOUGHT)
    return replace(
        empty,
        quantity=amount,
        price=price,
        tariff=one.tariff,
        gross=money(amount * price, ground.currency),
    )


def _receipt(empty: ExpenseLine, one: LineForm, ground: ExpenseGround) -> ExpenseLine:
    """Return a receipt; the VAT of another country is a cost like the rest."""
    paid = one.amount or NOUGHT
    if _is_foreign(one, ground):
        rate = _worth(one, ground) or NOUGHT
        return replace(
            empty,
            gross=money(paid * rate, ground.currency),
            foreign=money(paid, one.currency),
            rate_of_exchange=rate,
        )
    gross = money(paid, ground.currency)
    rate = ground.codes[one.vat].rate_on(empty.day) if one.vat else Rate(NOUGHT)
    vat = vat_within(gross, rate) if one.vat in ground.law.deductible else zero(ground.currency)
    return replace(empty, gross=gross, vat_rate=rate, vat=vat, vat_code=one.vat)


def _account(one: LineForm, ground: ExpenseGround) -> AccountId | None:
    """Return the account of an expense: that of its tariff where none was chosen."""
    if one.account_id is not None or one.kind is ExpenseKind.RECEIPT:
        return one.account_id
    tariff = next((held for held in ground.law.tariffs if held.code == one.tariff), None)
    return ground.numbered(tariff.account) if tariff is not None else None


def _is_foreign(one: LineForm, ground: ExpenseGround) -> bool:
    return one.currency not in {"", ground.currency}


def _worth(one: LineForm, ground: ExpenseGround) -> Decimal | None:
    if one.rate is not None:
        return one.rate
    return ground.rate(one.currency, one.day) if one.day is not None else None


def _found(form: ClaimForm, ground: ExpenseGround) -> Iterator[Problem]:
    if form.employee_id is None:
        yield WITHOUT_PERSON.at("employee_id")
    if not form.purpose:
        yield WITHOUT_PURPOSE.at("purpose")
    if not form.lines:
        yield WITHOUT_LINES.at("lines")
    is_right = True
    for at, one in enumerate(form.lines):
        told = tuple(_of_line(one, ground))
        is_right = is_right and all(problem.is_warning for problem in told)
        yield from within(f"lines.{at}", told)
    if is_right:
        for line in lines_of(form, ground):
            if line.over_limit and not line.reason:
                yield OVER_LIMIT.at(f"lines.{line.place}.reason", limit=line.over_limit)


def _of_line(one: LineForm, ground: ExpenseGround) -> Iterator[Problem]:
    yield from _day(one, ground)
    if not one.text:
        yield WITHOUT_TEXT.at("text")
    account = ground.accounts.get(_account(one, ground) or AccountId(0))
    if account is None or account.is_closed:
        yield WITHOUT_ACCOUNT.at("account_id")
    elif account.kind not in {AccountKind.EXPENSE, AccountKind.ASSET}:
        yield ACCOUNT_NOT_EXPENSE.at("account_id", number=account.number)
    if one.kind is ExpenseKind.RECEIPT:
        yield from _of_receipt(one, ground)
    else:
        yield from _of_tariff(one, ground)


def _day(one: LineForm, ground: ExpenseGround) -> Iterator[Problem]:
    if one.day is None:
        yield WITHOUT_DAY.at("day")
    elif one.day > ground.today:
        yield DAY_TO_COME.at("day", day=one.day)
    elif one.day < ground.today - LONG:
        yield LONG_AGO.at("day", day=one.day)


def _of_receipt(one: LineForm, ground: ExpenseGround) -> Iterator[Problem]:
    if one.amount is None or one.amount <= 0:
        yield WITHOUT_AMOUNT.at("amount")
    else:
        yield from refused_at("amount", lambda: money(one.amount or NOUGHT, ground.currency))
    if one.document_id is None:
        yield WITHOUT_RECEIPT.at("document_id")
    if _is_foreign(one, ground):
        yield from refused_at("currency", lambda: zero(one.currency).amount)
        worth = _worth(one, ground)
        if worth is None or worth <= 0:
            yield NO_RATE.at("rate", currency=one.currency, day=one.day or "")
    elif one.vat:
        yield from _vat(one, ground)


def _vat(one: LineForm, ground: ExpenseGround) -> Iterator[Problem]:
    code = ground.codes.get(one.vat)
    try:
        if code is not None and one.day is not None:
            code.rate_on(one.day)
    except NoRateYet:
        code = None
    if code is None:
        yield VAT_UNKNOWN.at("vat", vat=one.vat)


def _of_tariff(one: LineForm, ground: ExpenseGround) -> Iterator[Problem]:
    if one.quantity is None or one.quantity <= 0:
        yield WITHOUT_QUANTITY.at("quantity")
    else:
        yield from refused_at("quantity", lambda: quantity(one.quantity or NOUGHT))
    if one.price is not None:
        yield from refused_at("price", lambda: unit_price(one.price or NOUGHT))
    if not one.tariff:
        yield WITHOUT_TARIFF.at("tariff")
    elif one.day is not None:
        yield from _tariff(one, one.day, ground)


def _tariff(one: LineForm, day: date, ground: ExpenseGround) -> Iterator[Problem]:
    try:
        held: Tariff = tariff_on(one.tariff, day, ground.law.tariffs)
    except NoTariff:
        yield TARIFF_UNKNOWN.at("tariff", tariff=one.tariff, day=day)
        return
    if held.kind is not one.kind:
        yield TARIFF_UNKNOWN.at("tariff", tariff=one.tariff, day=day)
    if held.checked_on is None:
        yield TARIFF_UNCHECKED.at("tariff", tariff=held.name_in("en"), source=held.source)
    if one.price is None and not held.price:
        yield WITHOUT_PRICE.at("price")
    if one.price is not None and one.price > held.price > 0:
        yield ABOVE_TARIFF.at("price", tariff=held.name_in("en"), price=held.price)

"""Matching: what a customer's file asks for, held against our customers, products and prices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from app.domain.invoices.checks import check_figures
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.totals import totals_of
from app.domain.orders.checks import NO_CUSTOMER
from app.domain.orders.incoming import IncomingLine, IncomingOrder
from app.domain.orders.order import Channel, Order, OrderDraft
from app.domain.orders.proposal import (
    NO_SUCH_PRODUCT,
    NOTHING_ASKED,
    OTHER_PRICE,
    OTHER_TOTAL,
    OVER_LIMIT,
    UNKNOWN_PRODUCT,
    Choices,
    Prices,
    Proposal,
    ProposedLine,
)
from app.domain.shared.ids import OrderId
from app.domain.shared.money import Money, TooLarge, UnknownCurrency, money
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import PRICE_PLACES, UnitPrice
from app.domain.shared.vat import NoRateYet
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.office import Desk
from app.services.order_goods import Good, Goods, word_of
from app.services.order_parties import Parties, Party
from app.services.order_sources import Wish
from app.services.ordering import Ordering

UNKEPT = OrderId(0)
_ROUNDED = 1
"""By so many cents a total may differ because somebody rounds otherwise."""


class Match(NamedTuple):
    """A proposal, and the customer that it is of."""

    proposal: Proposal
    party: Party


class _Asked(NamedTuple):
    """A line of a file with the product that it means and what is wrong with it."""

    line: IncomingLine
    good: Good | None
    problems: tuple[Problem, ...]


class OrderMatching:
    """Turns incoming orders into proposals at one desk."""

    def __init__(self, desk: Desk, choices: Choices) -> None:
        self._choices = choices
        self._ordering = Ordering(desk)
        self._today = desk.today
        self._company = desk.store.company.get()
        self._parties = Parties(desk, choices.customers)
        self._goods = Goods(desk, self._ordering)

    def match(self, wish: Wish) -> Match:
        """Return what a file asks for as a draft of ours would say it, with all its problems."""
        order = wish.order
        if order is None:
            told = (wish.problem,) if wish.problem else ()
            nobody = Proposal("", wish.file, 0, "", "", None, (), problems=told)
            return Match(nobody, Party(None, ""))
        return self._matched(order, wish.file)

    def _matched(self, order: IncomingOrder, file: str) -> Match:
        party = self._parties.of(order.buyer)
        lines = [self._asked(line) for line in order.lines]
        nothing = () if lines else (NOTHING_ASKED.at("lines"),)
        problems = (*order.problems, *party.problems, *nothing)
        bare = Proposal(
            key=order.key,
            file=file,
            row=order.row,
            reference=order.reference,
            customer_name=party.name,
            customer_id=party.customer_id,
            is_new_customer=party.fresh is not None,
            lines=tuple(map(_shown, lines)),
            problems=problems,
        )
        told = (*problems, *(one for line in lines for one in line.problems))
        if any(not one.is_warning for one in told):
            return Match(bare, party)
        return Match(self._written(bare, order, lines), party)

    def _asked(self, line: IncomingLine) -> _Asked:
        good = self._goods.of(line)
        problems = (*line.problems, *_warned(good.problems if good else ()))
        if good is None and not line.is_charge:
            is_whole = bool(line.name) and line.price is not None
            rule = UNKNOWN_PRODUCT if is_whole else NO_SUCH_PRODUCT
            problems = (*problems, rule.at("code", code=line.title))
        return _Asked(line, good, problems)

    def _written(self, bare: Proposal, order: IncomingOrder, lines: list[_Asked]) -> Proposal:
        """Return a proposal with its draft, held against our rules, prices and limits."""
        draft = self._draft(order, lines, bare)
        ours = self._our_prices(draft, lines)
        theirs = [one.line.price for one in lines]
        is_theirs = self._choices.prices is Prices.THEIRS
        if is_theirs:
            prices = [
                one if one is not None else our for one, our in zip(theirs, ours, strict=True)
            ]
        else:
            prices = [
                our if one.good else one.line.price for one, our in zip(lines, ours, strict=True)
            ]
        draft = _priced(draft, prices)
        made = self._ordering.written(draft, UNKEPT)
        if wrong := check_figures(made.wanted):
            return _with(bare, wrong)
        gross = totals_of(made.wanted).gross
        told = [*_warned(self._ordering.problems(made)), *self._of_limit(made)]
        if is_theirs:
            told += self._of_prices(order, lines, ours, made)
            told += _of_total(order, gross)
        shown = tuple(
            replace(line, unit=wanted.unit, price=wanted.price)
            for line, wanted in zip(bare.lines, made.wanted.lines, strict=True)
        )
        kept = tuple(one for one in told if one.code != NO_CUSTOMER.code)
        return _with(replace(bare, lines=shown, gross=gross, written=draft), kept)

    def _draft(self, order: IncomingOrder, lines: list[_Asked], bare: Proposal) -> OrderDraft:
        content = Draft(
            customer_id=bare.customer_id,
            lines=tuple(self._line(one, bare) for one in lines),
            discount=order.discount,
            is_gross=order.is_gross,
            issued_on=order.ordered_on,
            terms_days=0 if order.is_paid else None,
            order_reference=order.reference,
            your_reference=order.your_reference,
            contract_reference=order.contract,
            note=self._note(order, bare),
            currency=order.currency,
            deliver_to=order.deliver_to,
        )
        return OrderDraft(
            content, order.channel, wanted_on=order.wanted_on, ships_whole=order.ships_whole
        )

    def _line(self, asked: _Asked, bare: Proposal) -> DraftLine:
        line, good = asked.line, asked.good
        described = line.name if line.is_charge else line.title
        if line.is_charge and not described:
            described = say_in(self._language(bare))("Freight")
        return DraftLine(
            description="" if good else described,
            quantity=line.quantity if line.quantity is not None else DraftLine().quantity,
            unit=good.unit if good else line.unit or word_of(line.unit_code),
            price=None if good else line.price,
            vat="" if good else self._vat(line.vat),
            discount=line.discount,
            product_id=good.product.id if good else None,
        )

    def _our_prices(self, draft: OrderDraft, lines: list[_Asked]) -> list[UnitPrice | None]:
        """Return what we ask for one of each line's unit; none where the usual price holds."""
        wanted = self._ordering.wanted(draft)
        return [
            _rounded(line.price * asked.good.factor.numerator / asked.good.factor.denominator)
            if asked.good
            else None
            for asked, line in zip(lines, wanted.lines, strict=True)
        ]

    def _of_prices(
        self,
        order: IncomingOrder,
        lines: list[_Asked],
        ours: Sequence[UnitPrice | None],
        made: Order,
    ) -> Iterator[Problem]:
        """Yield where the customer's price is not ours; a shop's prices are what was agreed."""
        if order.channel is Channel.SHOP:
            return
        currency = made.wanted.currency
        for place, (asked, our) in enumerate(zip(lines, ours, strict=True)):
            their = asked.line.price
            if their is None or our is None or their == our:
                continue
            if asked.good and asked.good.product.currency == currency:
                facts = {"amount": f"{their:f}", "ours": f"{our:f}", "currency": currency}
                yield OTHER_PRICE.at(f"lines.{place}.price", **facts)

    def _of_limit(self, made: Order) -> Iterator[Problem]:
        exposure = self._ordering.exposure(made)
        if exposure is not None and exposure.limit is not None and exposure.is_over:
            yield OVER_LIMIT.at(
                "customer_id",
                amount=exposure.whole.amount,
                limit=exposure.limit.amount,
                currency=exposure.limit.currency,
            )

    def _vat(self, percent: Decimal | None) -> str:
        """Return the code of a rate that a file names, empty for the usual one."""
        for code in self._ordering.drafting.codes.values():
            try:
                if percent is not None and code.rate_on(self._today) == percent:
                    return code.code
            except NoRateYet:
                continue
        return ""

    def _note(self, order: IncomingOrder, bare: Proposal) -> str:
        """Return the note of an order, and that it was paid in the shop."""
        if not order.is_paid:
            return order.note
        language = self._language(bare)
        say, formats = say_in(language), formats_in(language, self._company.country)
        day = formats.day(order.paid_on) if order.paid_on else ""
        told = " · ".join(part for part in (day, order.paid_by) if part)
        paid = say("Paid in the web shop: {how}", how=told) if told else say("Paid in the web shop")
        return "\n".join(part for part in (order.note, paid) if part)

    def _language(self, bare: Proposal) -> str:
        customer = bare.customer_id
        terms = self._ordering.drafting.contact(customer).terms if customer else None
        return (terms.language if terms else "") or self._company.language


def _shown(asked: _Asked) -> ProposedLine:
    line, good = asked.line, asked.good
    return ProposedLine(
        row=line.row,
        title=line.title,
        quantity=line.quantity,
        unit=good.unit if good else line.unit or line.unit_code,
        price=line.price,
        product_id=good.product.id if good else None,
        problems=asked.problems,
    )


def _priced(draft: OrderDraft, prices: Sequence[UnitPrice | None]) -> OrderDraft:
    lines = zip(draft.content.lines, prices, strict=True)
    priced = tuple(replace(line, price=price) for line, price in lines)
    return replace(draft, content=replace(draft.content, lines=priced))


def _with(bare: Proposal, problems: Sequence[Problem]) -> Proposal:
    """Return a proposal with more problems, each at its line where it is one of a line."""
    lines = list(bare.lines)
    whole = list(bare.problems)
    for one in problems:
        parts = one.field.split(".", 2)
        if parts[0] == "lines" and len(parts) == 3:
            at = int(parts[1])
            if all(one.code != same.code for same in lines[at].problems):
                told = (*lines[at].problems, replace(one, field=parts[2]))
                lines[at] = replace(lines[at], problems=told)
        else:
            whole.append(one)
    return replace(bare, lines=tuple(lines), problems=tuple(whole))


def _warned(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems as what a draft may have: it cannot be confirmed before they are gone."""
    return tuple(replace(one, is_warning=True) for one in problems)


def _of_total(order: IncomingOrder, gross: Money) -> Iterator[Problem]:
    if order.total is None:
        return
    try:
        told = money(order.total, gross.currency)
    except (TooLarge, UnknownCurrency):
        return
    if abs(told.minor - gross.minor) > _ROUNDED:
        facts = {"total": told.amount, "ours": gross.amount, "currency": gross.currency}
        yield OTHER_TOTAL.at("total", **facts)


def _rounded(price: Decimal) -> UnitPrice:
    return UnitPrice(price.quantize(Decimal(1).scaleb(-PRICE_PLACES), ROUND_HALF_UP).normalize())

"""Planning: what the invoice of a period says, what it comes to, and what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.documents.price_notices import notice
from app.domain.invoices.alike import LOOKS_LIKE
from app.domain.invoices.checks import UNKNOWN_VAT, check_figures
from app.domain.invoices.draft import Draft, content_of
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.parties import CUSTOMER_PUT_AWAY, PRODUCT_PUT_AWAY, check_parties
from app.domain.recurring.plan import KIND, KeptPlan, Makes, Period, Plan, Supply
from app.domain.recurring.portions import changes_within, cut, parted, placed
from app.domain.recurring.rise import Rise, steps
from app.domain.recurring.texts import filled, written_for
from app.domain.shared.ids import InvoiceId, PlanId
from app.domain.shared.money import Money, minor_digits, zero
from app.domain.shared.problems import Problem
from app.domain.shared.search import SearchItem
from app.lang.formats import Formats, formats_in
from app.lang.texts import say_in
from app.services.drafting import UNKEPT, Drafting
from app.services.office import Desk

_ALWAYS = {CUSTOMER_PUT_AWAY.code, PRODUCT_PUT_AWAY.code, UNKNOWN_VAT.code}
"""What stands in the way of a draft as well."""


@dataclass(frozen=True, slots=True)
class Planned:
    """The invoice that would be made for a period of a plan, or why none would be.

    ``problems`` are those of the invoice at its fields; ``gross`` is None where a figure is wrong.
    """

    plan_id: PlanId
    name: str
    customer_name: str
    begins_on: date
    ends_on: date
    makes: Makes
    gross: Money | None
    problems: tuple[Problem, ...] = ()
    is_skipped: bool = False


class Planning:
    """Writes the invoices of plans at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._today = desk.today
        self.drafting = Drafting(desk)

    def draft(self, plan: Plan, period: Period, invoice_id: InvoiceId = UNKEPT) -> Invoice:
        """Return the draft of a period as it would be made today; raises NotFound."""
        return self.drafting.written(self.content(plan, period), invoice_id, 1)

    def content(self, plan: Plan, period: Period) -> Draft:
        """Return what the invoice of a period says, in the language of its reader."""
        form, currency = plan.form, self.currency_of(plan)
        if form.makes.is_order:
            return self._asked(plan, period)
        written, language = (
            plan.content_on(period.begins_on, currency),
            self._language(form.content),
        )
        formats = formats_in(language, self.drafting.company.country)
        words = words_of(period, formats)
        content = placed(written_for(written, words), period, form.supply)
        if notice := self._notice(plan, period, formats):
            content = replace(content, note="\n".join(filter(None, (content.note, notice))))
        return self._portioned(content, period, form.supply, formats)

    def problems(self, plan: Plan, draft: Invoice) -> tuple[Problem, ...]:
        """Return what stands in the way of a draft of a plan, and what looks unusual about it.

        That it is like another invoice is not: a plan repeats one on purpose.
        """
        found = self._found(plan, draft)
        return (*self._parties(plan), *(one for one in found if one.code != LOOKS_LIKE.code))

    def obstacles(self, plan: Plan, draft: Invoice) -> tuple[Problem, ...]:
        """Return for what no invoice of a plan is begun; issuing has rules of its own beyond it."""
        found = self._parties(plan)
        if found or plan.form.makes is Makes.ISSUE:
            return found
        return in_the_way(plan, self._found(plan, draft), check_figures(draft))

    def _found(self, plan: Plan, draft: Invoice) -> tuple[Problem, ...]:
        if plan.form.makes.is_order:
            from app.services.standing_orders import StandingOrders  # noqa: PLC0415  loads SQLAlchemy

            return StandingOrders(self._desk, self.drafting).problems(plan, draft)
        return self.drafting.problems(draft)

    def _asked(self, plan: Plan, period: Period) -> Draft:
        """Return what the order of a period says: goods are ordered whole, whatever the days."""
        form = plan.form
        formats = formats_in(self._language(form.content), self.drafting.company.country)
        content = plan.content_on(period.begins_on, self.currency_of(plan))
        return written_for(content, words_of(period, formats))

    def _parties(self, plan: Plan) -> tuple[Problem, ...]:
        """Return who or what of a plan was put away: they are in the way of every invoice."""
        content, known = plan.form.content, self.drafting
        if content.customer_id is None:
            return ()
        wanted = {line.product_id for line in content.lines if line.product_id}
        products = {one: known.product(one) for one in wanted}
        return tuple(check_parties(known.contact(content.customer_id), content.lines, products))

    def planned(self, plan: Plan, period: Period) -> Planned:
        """Return the invoice that would be made of a period today, or why none would be."""
        draft = self.draft(plan, period)
        problems, figures = self.problems(plan, draft), check_figures(draft)
        return Planned(
            plan_id=plan.id,
            name=plan.form.name,
            customer_name=draft.buyer.name if draft.buyer else "",
            begins_on=period.begins_on,
            ends_on=period.ends_on,
            makes=plan.form.makes,
            gross=None if figures else self.drafting.taxing.totals(draft).gross,
            problems=problems,
            is_skipped=bool(in_the_way(plan, problems, figures)),
        )

    def currency_of(self, plan: Plan) -> str:
        """Return the currency of a plan's invoices."""
        return plan.form.content.currency or self.drafting.company.currency

    def kept(self, plan: Plan, like: Invoice | None = None) -> KeptPlan:
        """Return a plan as it is kept: with what its next invoice comes to, or the last did.

        ``like`` is the invoice just made, if the next comes to the same.
        """
        if like is not None and _is_steady(plan):
            return KeptPlan(plan, self.drafting.taxing.totals(like).gross)
        period = next(plan.upcoming(), None) or plan.period_on(plan.form.begins_on)
        draft = self.draft(plan, period)
        if check_figures(draft):
            return KeptPlan(plan, zero(self.drafting.company.currency))
        return KeptPlan(plan, self.drafting.taxing.totals(draft).gross)

    def findable(self, plan: Plan) -> SearchItem:
        """Return a plan as the search knows it: by its name, customer and texts."""
        content = plan.form.content
        customer = content.customer_id
        return SearchItem(
            kind=KIND,
            entity_id=plan.id,
            title=plan.form.name,
            detail=self.drafting.contact(customer).name if customer else "",
            words=" ".join((*(line.description for line in content.lines), content.note)).strip(),
            day=plan.next_on,
        )

    def _portioned(self, content: Draft, period: Period, supply: Supply, formats: Formats) -> Draft:
        """Return what is said of a period that is not whole, or in which a rate changes."""
        is_parted = supply is Supply.BY_DAYS
        if not period.is_cut and not is_parted:
            return content
        draft = self.drafting.written(content)
        whole = content_of(draft)
        digits = minor_digits(draft.currency)
        if is_parted and changes_within(whole, period, self.drafting.codes):
            span = _Span(formats)
            return parted(cut(whole, period, digits), period, self.drafting.codes, digits, span)
        return cut(whole, period, digits) if period.is_cut else content

    def _notice(self, plan: Plan, period: Period, formats: Formats) -> str:
        """Return what an invoice says of a price rise to come, or nothing."""
        rise = plan.form.rise
        if rise is None or period.begins_on >= rise.since or not self._is_told(rise):
            return ""
        currency, words = self.currency_of(plan), words_of(period, formats)
        raised = steps(plan.form.content, rise, minor_digits(currency))
        prices = [(filled(one.description, words).split("\n")[0], one.after) for one in raised]
        return notice(rise.since, prices, currency, say_in(formats.language), formats)

    def _is_told(self, rise: Rise) -> bool:
        told_on = rise.since - timedelta(days=rise.notice_days)
        return bool(rise.notice_days) and self._today >= told_on

    def _language(self, content: Draft) -> str:
        customer = content.customer_id
        terms = self.drafting.contact(customer).terms if customer else None
        chosen = content.language or (terms.language if terms else "")
        return chosen or self.drafting.company.language


class _Span:
    """Writes from which day to which, in one language."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def __call__(self, first: date, last: date) -> str:
        return f"{self._formats.day(first)}–{self._formats.day(last)}"


def in_the_way(
    plan: Plan, problems: tuple[Problem, ...], figures: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Return those of the problems for which no invoice of a plan is made."""
    if plan.form.makes.is_final:
        return tuple(one for one in problems if not one.is_warning)
    always = {one.code for one in figures} | _ALWAYS
    return tuple(one for one in problems if one.code in always)


def _is_steady(plan: Plan) -> bool:
    """Say whether every invoice of a plan comes to the same while no VAT rate changes."""
    form = plan.form
    is_whole = form.ends_on is None and form.supply is not Supply.BY_DAYS
    return is_whole and form.rise is None


def words_of(period: Period, formats: Formats) -> dict[str, str]:
    """Return what the placeholders of a plan's texts stand for in a period."""
    first = period.begins_on
    before = first.replace(day=1) - timedelta(days=1)
    after = first.replace(day=28) + timedelta(days=4)
    return {
        "month": formats.month(first),
        "year": formats.year(first),
        "from": formats.day(first),
        "to": formats.day(period.ends_on),
        "previous_month": formats.month(before),
        "next_month": formats.month(after),
    }

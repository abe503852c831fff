"""The law of late payment in a country pack, read and checked."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.payments.claims import Owed
from app.domain.reminders.law import DebtorLaw, FeeRule, Per, RateTable, ReminderLaw, ToldRate
from app.domain.shared.quantities import rate
from app.formats.reader import Reader


def read_law(found: Reader) -> ReminderLaw:
    """Return what a country says of late payment; raises BrokenPack."""
    return ReminderLaw(
        rates=_rates(found),
        business=_debtor(found.part("business")),
        consumer=_debtor(found.part("consumer")),
        order=found.choices("order", Owed),
        grace_days=found.number("grace_days"),
        between_days=found.number("between_days"),
        pay_days=found.number("pay_days"),
        basis=found.texts("basis"),
    )


def law_faults(law: ReminderLaw) -> Iterator[tuple[str, str]]:
    """Yield each rule that the law of a pack breaks: where, and why."""
    days = [one.since for one in law.rates.periods]
    if days != sorted(set(days)):
        yield "reminders.rates", "not in the order of time"
    if any(isinstance(one, ToldRate) and not one.source for one in law.rates.periods):
        yield "reminders.rates", "without a source"
    if sorted(one.value for one in law.order) != sorted(one.value for one in Owed):
        yield "reminders.order", "not principal, interest and fee"
    if "en" not in law.basis:
        yield "reminders.basis", "without an English text"
    for name in ("grace_days", "between_days", "pay_days"):
        if getattr(law, name) < 0:
            yield f"reminders.{name}", "below nothing"


def _rates(found: Reader) -> RateTable:
    return RateTable(
        tuple(map(_told_rate, found.rows("rates"))),
        found.day("until") if found.has("until") else None,
        found.text("source"),
    )


def _told_rate(found: Reader) -> ToldRate:
    return ToldRate(
        found.day("since"),
        rate(found.decimal("rate")),
        found.text("source"),
        found.day("checked") if found.has("checked") else None,
    )


def _debtor(found: Reader) -> DebtorLaw:
    usual = FeeRule()
    return DebtorLaw(
        margin=rate(found.decimal("margin")),
        fee=FeeRule(
            amount=found.decimal("fee"),
            cap=found.decimal("cap") if found.has("cap") else None,
            per=found.choice("per", Per) if found.has("per") else usual.per,
            is_once=found.flag("is_once"),
            from_level=found.number("from_level") if found.has("from_level") else usual.from_level,
            after_days=found.number("after_days") if found.has("after_days") else 0,
        ),
        is_capped=found.flag("is_capped"),
    )

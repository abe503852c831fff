"""Country packs: read from resources/tax and resources/charts, and checked before they count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from itertools import product
from pathlib import Path
from typing import TypeVar

from app import RESOURCES
from app.domain.accounting.chart import (
    STATEMENT_OF,
    AccountKind,
    AccountUse,
    ReportLine,
    Statement,
)
from app.domain.admin.pack import CountryPack, PackAccount
from app.domain.invoices.buyers import PARTS, BuyerNeeds
from app.domain.invoices.stages import AtNewRate, StageRules
from app.domain.payments.contractors import Threshold
from app.domain.payments.losses import LossVat
from app.domain.shared.identifiers import SCHEMES
from app.domain.shared.money import minor_digits
from app.domain.shared.quantities import rate
from app.domain.shared.refusals import NotFound, Refusal
from app.domain.shared.vat import Category, Level, RatePeriod, TaxPart, VatCode, stacked
from app.formats.reader import BrokenPack, Reader
from app.formats.reminder_laws import law_faults, read_law

COUNTRIES = ("FI", "TH", "DE", "US")
"""Every country that has a pack, in the order in which they are offered."""

SERIES = (
    *("invoice", "credit-note", "quote", "journal", "letter-in", "letter-out", "payment"),
    "reminder",
)
NEEDED = tuple(use for use in AccountUse if use not in (AccountUse.SALES, AccountUse.OUTPUT_VAT))

Table = Mapping[str, object]
Choice = TypeVar("Choice", bound=Enum)
Value = TypeVar("Value")


class UnknownCountry(NotFound):
    """There is no pack for that country."""

    code = "packs.unknown-country"


@cache
def pack(country: str) -> CountryPack:
    """Return the pack of a country (ISO 3166 code); raises UnknownCountry, BrokenPack."""
    if country not in COUNTRIES:
        raise UnknownCountry(country=country)
    name = f"{country.lower()}.toml"
    return read(RESOURCES / "tax" / name, RESOURCES / "charts" / name)


def read(tax: Path, chart: Path) -> CountryPack:
    """Return the pack that two files hold; raises BrokenPack with the file and the entry."""
    found, books = Reader(tax), Reader(chart)
    made = CountryPack(
        country=found.text("country"),
        names=found.texts("names"),
        currency=found.text("currency"),
        languages=found.words("languages"),
        vat=tuple(_vat(one) for one in found.rows("vat")),
        accounts=tuple(_account(one) for one in books.rows("accounts")),
        reports=tuple(_report(one) for one in books.rows("reports")),
        series=found.texts("series"),
        layout=found.text("layout"),
        paper=found.text("paper"),
        terms_days=found.number("terms_days"),
        late_interest=found.text("late_interest"),
        identifiers=found.words("identifiers"),
        required=found.words("required"),
        reference=found.text("reference"),
        year_starts=found.number("year_starts"),
        contact_identifiers=found.words("contact_identifiers"),
        period_law=found.text("period_law"),
        bad_debt_vat=found.choice("bad_debt_vat", LossVat),
        buyer=_buyer(found.part("buyer"), found.text("country")),
        advances=_advances(found.part("advances")),
        reminders=read_law(found.part("reminders")),
        contractors=_contractors(found),
    )
    for where, why in _faults(made):
        raise BrokenPack(file=tax.name, where=where, why=why)
    return made


def _vat(found: Reader) -> VatCode:
    parts = tuple(_part(one) for one in found.rows("parts")) if found.has("parts") else ()
    return VatCode(
        code=found.text("code"),
        category=found.choice("category", Category),
        rates=stacked(parts) if parts else _periods(found),
        note=found.text("note") if found.has("note") else "",
        names=found.texts("names"),
        parts=parts,
        region=found.text("region") if found.has("region") else "",
        postcodes=found.words("postcodes") if found.has("postcodes") else (),
        is_due_on_payment=found.flag("is_due_on_payment"),
    )


def _part(found: Reader) -> TaxPart:
    return TaxPart(
        found.text("authority"),
        found.text("name"),
        found.choice("level", Level),
        _periods(found),
    )


def _periods(found: Reader) -> tuple[RatePeriod, ...]:
    return tuple(
        RatePeriod(one.day("since"), rate(one.decimal("rate"))) for one in found.rows("rates")
    )


def _account(found: Reader) -> PackAccount:
    return PackAccount(
        number=found.text("number"),
        names=found.texts("names"),
        kind=found.choice("kind", AccountKind),
        use=found.choice("use", AccountUse) if found.has("use") else None,
        vat=found.text("vat") if found.has("vat") else "",
        report=found.text("report"),
    )


def _report(found: Reader) -> ReportLine:
    return ReportLine(
        code=found.text("code"),
        statement=found.choice("statement", Statement),
        names=found.texts("names"),
    )


def _buyer(found: Reader, country: str) -> BuyerNeeds:
    return BuyerNeeds(
        country=country,
        needs=found.words("needs"),
        needs_with_vat_id=found.words("needs_with_vat_id"),
        asks=found.words("asks"),
        from_gross=found.decimal("from_gross"),
    )


def _advances(found: Reader) -> StageRules:
    return StageRules(
        found.choice("at_new_rate", AtNewRate),
        found.text("vat"),
        is_due_on_payment=found.flag("is_due_on_payment"),
    )


def _contractors(found: Reader) -> tuple[Threshold, ...]:
    rows = found.rows("contractors") if found.has("contractors") else ()
    return tuple(Threshold(one.day("since"), one.decimal("amount")) for one in rows)


def _faults(made: CountryPack) -> Iterator[tuple[str, str]]:
    """Yield each rule that a pack breaks: where, and why."""
    yield from _currency_faults(made)
    yield from _vat_faults(made)
    yield from _account_faults(made)
    for kind in SERIES:
        if "{N" not in made.series.get(kind, ""):
            yield f"series.{kind}", "without a counter {N}"
    for scheme in (*made.identifiers, *made.required, *made.contact_identifiers):
        if scheme not in SCHEMES:
            yield "identifiers", f"unknown scheme {scheme}"
    needs = made.buyer
    for part in (*needs.needs, *needs.needs_with_vat_id, *needs.asks):
        if part not in PARTS:
            yield "buyer", f"unknown part {part}"
    if not 1 <= made.year_starts <= 12:
        yield "year_starts", "not a month"
    yield from law_faults(made.reminders)


def _currency_faults(made: CountryPack) -> Iterator[tuple[str, str]]:
    try:
        minor_digits(made.currency)
    except Refusal:
        yield "currency", f"unknown currency {made.currency}"


def _vat_faults(made: CountryPack) -> Iterator[tuple[str, str]]:
    if made.advances.vat not in {"", *made.vat_codes()}:
        yield "advances", f"unknown VAT code {made.advances.vat}"
    for code, count in Counter(vat.code for vat in made.vat).items():
        if count > 1:
            yield f"vat.{code}", "twice"
    for vat in made.vat:
        days = [period.since for period in vat.rates]
        if not days or days != sorted(set(days)):
            yield f"vat.{vat.code}.rates", "not in the order of time"
        if any(not 0 <= period.rate < 100 for period in vat.rates):
            yield f"vat.{vat.code}.rates", "not between 0 and 100"
        if "en" not in vat.names:
            yield f"vat.{vat.code}.names", "without an English name"


def _account_faults(made: CountryPack) -> Iterator[tuple[str, str]]:
    for number, count in Counter(account.number for account in made.accounts).items():
        if count > 1:
            yield f"accounts.{number}", "twice"
    for account in made.accounts:
        if "en" not in account.names or not account.number.isdigit():
            yield f"accounts.{account.number}", "without an English name or a number"
    yield from _use_faults(made)
    yield from _report_faults(made)


def _report_faults(made: CountryPack) -> Iterator[tuple[str, str]]:
    lines = made.report_lines()
    if len(lines) != len(made.reports) or any("en" not in line.names for line in made.reports):
        yield "reports", "twice, or without an English name"
    for account in made.accounts:
        if account.vat not in {"", *made.vat_codes()}:
            yield f"accounts.{account.number}", f"for no VAT code: {account.vat}"
        line = lines.get(account.report)
        if line is None or line.statement is not STATEMENT_OF[account.kind]:
            yield f"accounts.{account.number}", f"on no line of its statement: {account.report}"


def _use_faults(made: CountryPack) -> Iterator[tuple[str, str]]:
    codes = made.vat_codes()
    uses = Counter((account.use, account.vat) for account in made.accounts if account.use)
    for (use, vat), count in uses.items():
        if use and (count > 1 or vat not in {"", *codes}):
            yield f"accounts.{use.value}", f"twice, or for no VAT code: {vat}"
    for use in NEEDED:
        if (use, "") not in uses:
            yield "accounts", f"no account for {use.value}"
    for use, vat in product((AccountUse.SALES, AccountUse.OUTPUT_VAT), codes):
        if not uses.keys() & {(use, vat), (use, "")}:
            yield "accounts", f"no account for {use.value} {vat}"

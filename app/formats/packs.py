"""Country packs: read from resources/tax and resources/charts, and checked before they count."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
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
from app.domain.shared.identifiers import SCHEMES
from app.domain.shared.money import minor_digits
from app.domain.shared.quantities import rate
from app.domain.shared.refusals import NotFound, Refusal, Unavailable
from app.domain.shared.vat import Category, RatePeriod, VatCode

COUNTRIES = ("FI", "TH", "DE", "US")
"""Every country that has a pack, in the order in which they are offered."""

SERIES = ("invoice", "journal")
NEEDED = (AccountUse.RECEIVABLES, AccountUse.BANK, AccountUse.PAYABLES, AccountUse.ROUNDING)

Table = Mapping[str, object]
Choice = TypeVar("Choice", bound=Enum)
Value = TypeVar("Value")


class UnknownCountry(NotFound):
    """There is no pack for that country."""

    code = "packs.unknown-country"


class BrokenPack(Unavailable):
    """A file of a country pack cannot be read or breaks a rule; ``where`` says which entry."""

    code = "packs.broken"


@cache
def pack(country: str) -> CountryPack:
    """Return the pack of a country (ISO 3166 code); raises UnknownCountry, BrokenPack."""
    if country not in COUNTRIES:
        raise UnknownCountry(country=country)
    name = f"{country.lower()}.toml"
    return read(RESOURCES / "tax" / name, RESOURCES / "charts" / name)


def read(tax: Path, chart: Path) -> CountryPack:
    """Return the pack that two files hold; raises BrokenPack with the file and the entry."""
    found, books = _Reader(tax), _Reader(chart)
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
        buyer=_buyer(found.part("buyer"), found.text("country")),
    )
    for where, why in _faults(made):
        raise BrokenPack(file=tax.name, where=where, why=why)
    return made


class _Reader:
    """One table of a file; each value is asked for by name and type."""

    def __init__(self, file: Path, table: Table | None = None, where: str = "") -> None:
        self._file, self._where = file, where
        self._table = table if table is not None else self._load()

    def text(self, name: str) -> str:
        return self._value(name, str)

    def number(self, name: str) -> int:
        return self._value(name, int)

    def day(self, name: str) -> date:
        return self._value(name, date)

    def decimal(self, name: str) -> Decimal:
        return self._made(name, lambda: rate(Decimal(self.text(name))))

    def texts(self, name: str) -> Mapping[str, str]:
        part = self.part(name)
        return {key: part.text(key) for key in part.names()}

    def words(self, name: str) -> tuple[str, ...]:
        found = self._value(name, list)
        if not all(isinstance(word, str) for word in found):
            raise self._broken(name, "not a list of texts")
        return tuple(found)

    def choice(self, name: str, kinds: type[Choice]) -> Choice:
        return self._made(name, lambda: kinds(self.text(name)))

    def has(self, name: str) -> bool:
        return name in self._table

    def names(self) -> tuple[str, ...]:
        return tuple(self._table)

    def part(self, name: str) -> _Reader:
        return _Reader(self._file, self._value(name, dict), self._at(name))

    def rows(self, name: str) -> Iterator[_Reader]:
        for place, row in enumerate(self._value(name, list)):
            if not isinstance(row, dict):
                raise self._broken(f"{name}.{place}", "not a table")
            yield _Reader(self._file, row, self._at(f"{name}.{place}"))

    def _value(self, name: str, kind: type[Value]) -> Value:
        if name not in self._table:
            raise self._broken(name, "missing")
        found = self._table[name]
        if not isinstance(found, kind) or isinstance(found, bool):
            raise self._broken(name, f"not a {kind.__name__}")
        return found

    def _made(self, name: str, make: Callable[[], Value]) -> Value:
        try:
            return make()
        except (ValueError, ArithmeticError, Refusal) as cause:
            raise self._broken(name, f"not allowed: {self._table[name]}") from cause

    def _load(self) -> Table:
        try:
            return tomllib.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError) as cause:
            raise self._broken("", str(cause)) from cause

    def _at(self, name: str) -> str:
        return f"{self._where}.{name}".strip(".")

    def _broken(self, name: str, why: str) -> BrokenPack:
        return BrokenPack(file=self._file.name, where=self._at(name), why=why)


def _vat(found: _Reader) -> VatCode:
    periods = (
        RatePeriod(one.day("since"), rate(one.decimal("rate"))) for one in found.rows("rates")
    )
    return VatCode(
        code=found.text("code"),
        category=found.choice("category", Category),
        rates=tuple(periods),
        note=found.text("note") if found.has("note") else "",
        names=found.texts("names"),
    )


def _account(found: _Reader) -> PackAccount:
    return PackAccount(
        number=found.text("number"),
        names=found.texts("names"),
        kind=found.choice("kind", AccountKind),
        use=found.choice("use", AccountUse) if found.has("use") else None,
        vat=found.text("vat") if found.has("vat") else "",
        report=found.text("report"),
    )


def _report(found: _Reader) -> ReportLine:
    return ReportLine(
        code=found.text("code"),
        statement=found.choice("statement", Statement),
        names=found.texts("names"),
    )


def _buyer(found: _Reader, country: str) -> BuyerNeeds:
    return BuyerNeeds(
        country=country,
        needs=found.words("needs"),
        needs_with_vat_id=found.words("needs_with_vat_id"),
        asks=found.words("asks"),
        from_gross=found.decimal("from_gross"),
    )


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


def _currency_faults(made: CountryPack) -> Iterator[tuple[str, str]]:
    try:
        minor_digits(made.currency)
    except Refusal:
        yield "currency", f"unknown currency {made.currency}"


def _vat_faults(made: CountryPack) -> Iterator[tuple[str, str]]:
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

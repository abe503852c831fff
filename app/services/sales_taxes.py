"""Sales tax by authority: what was sold and collected in some days, as rows, PDF, CSV or XLSX."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.documents.accounting import Imprint
from app.documents.pdf.render import render
from app.documents.sales_taxes import LEVELS, describe, untaxed_name
from app.domain.accounting.periods import Period
from app.domain.invoices.jurisdictions import TaxReport, report_of
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.country import Country
from app.services.exports import Exported, Row, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.ACCOUNTING_READ)
def report(desk: Desk, first: date, last: date) -> tuple[TaxReport, ...]:
    """Return what was sold and collected for each authority in some days, by currency."""
    return report_of(desk.store.tax_shares.collected(first, last))


@query(Permission.ACCOUNTING_READ)
def report_page(desk: Desk, first: date, last: date, language: str = "") -> bytes:
    """Return the report of some days as PDF, in the company's language by default."""
    names = _Words(desk, language)
    found = report(desk, first, last)
    return render(describe(found, (first, last), names.codes, names.imprint))


@query(Permission.OFFICE_EXPORT)
def export_report(
    desk: Desk, target: Path, days: Period, language: str = "", *, replace: bool = False
) -> Exported:
    """Write the report of some days to a file: XLSX if it ends so, else CSV.

    Raises AlreadyThere, CannotWrite, TooLong.
    """
    found = report(desk, days.first, days.last)
    words = _Words(desk, language)
    count = sum(len(one.taxed) + len(one.untaxed) for one in found)
    rows = words.rows(found)
    return write_rows(words.imprint.company, rows, Exported(target, count), replace=replace)


class _Words:
    """How a report is written at one desk: in a language, with the names of the codes."""

    def __init__(self, desk: Desk, language: str) -> None:
        here = Country(desk)
        spoken = language or here.company.language
        formats = formats_in(spoken, here.company.country)
        self.imprint = Imprint(here.company, say_in(spoken), formats, desk.today)
        self.codes = {one.code: one.name_in(spoken) for one in here.pack.vat}

    def rows(self, found: tuple[TaxReport, ...]) -> Iterator[Row]:
        """Yield the rows of a file, its titles first."""
        say = self.imprint.say
        yield (
            say("Authority"),
            say("Name"),
            say("Kind"),
            say("Rate"),
            say("Sales"),
            say("Tax"),
            say("Currency"),
        )
        for one in found:
            for row in one.taxed:
                level = say(LEVELS[row.level]) if row.authority else ""
                name = row.name or self.codes.get(row.vat, row.vat)
                figures = (row.rate, row.base.amount, row.tax.amount, one.currency)
                yield (row.authority, name, level, *figures)
            for row in one.untaxed:
                name = untaxed_name(row, self.codes)
                yield ("", name, "", row.rate, row.base.amount, row.tax.amount, one.currency)

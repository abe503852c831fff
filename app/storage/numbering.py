"""Number series: a number is taken in the transaction that issues, gapless, never twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NoReturn

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKeyConstraint,
    Named,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
    bindparam,
    case,
    func,
    or_,
    select,
    update,
)

from app.domain.shared.numbering import (
    FREE_OF_DAYS,
    EarlierThanLast,
    Gap,
    Series,
    SeriesClosed,
    first_year,
    written,
)
from app.storage.deeds import Changes
from app.storage.types import Day, Whole, metadata
from app.storage.upserts import into


class _Series(TypedColumns):
    kind: Named[str] = Column(Text, primary_key=True)
    year: Named[str] = Column(Text, primary_key=True)
    branch: Named[str] = Column(Text, primary_key=True)
    pattern: Named[str] = Column(Text, nullable=False)
    start: Named[int] = Column(Whole, nullable=False)
    last: Named[int] = Column(Whole, nullable=False)
    last_on: Named[date | None] = Column(Day)


class _Taken(TypedColumns):
    kind: Named[str] = Column(Text, primary_key=True)
    year: Named[str] = Column(Text, primary_key=True)
    branch: Named[str] = Column(Text, primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    number: Named[str] = Column(Text, nullable=False)
    day: Named[date] = Column(Day, nullable=False)


series = Table("number_series", metadata, _Series)
taken = Table(
    "number_taken",
    metadata,
    _Taken,
    ForeignKeyConstraint(
        ["kind", "year", "branch"],
        ["number_series.kind", "number_series.year", "number_series.branch"],
    ),
    UniqueConstraint("kind", "number"),
)


_DAY = bindparam("on", type_=Day)
_IS_LATER = or_(series.c.last_on.is_(None), series.c.last_on < _DAY)
_TAKING = (
    update(series)
    .where(
        series.c.kind == bindparam("of_kind"),
        series.c.year == bindparam("of_year"),
        series.c.branch == bindparam("of_branch"),
    )
    .values(last=series.c.last + 1, last_on=case((_IS_LATER, _DAY), else_=series.c.last_on))
    .returning(series.c.last, series.c.pattern)
)
"""Takes the next number; made once, as a run takes thousands."""
_TAKING_IN_ORDER = _TAKING.where(or_(series.c.last_on.is_(None), series.c.last_on <= _DAY))


class NumberStore:
    """Opens series and takes numbers from them; a number once taken stays as a row."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def open(self, new: Series) -> None:
        """Open a series; its first number will be ``last`` + 1."""
        row = {
            "kind": new.kind,
            "year": new.year,
            "branch": new.branch,
            "pattern": new.pattern,
            "start": new.last,
            "last": new.last,
            "last_on": new.last_on,
        }
        self._connection.execute(series.insert(), row)
        self._changes.note(_name(new.kind, new.year, new.branch), None, new)

    def take(self, kind: str, day: date, fiscal_year: str, branch: str = "") -> str:
        """Return the next number of a series; raises SeriesClosed or EarlierThanLast.

        Until the transaction ends no other can take one, so what is rolled back leaves no gap.
        """
        asked = {"of_kind": kind, "of_year": fiscal_year, "of_branch": branch, "on": day}
        taking = _TAKING if kind in FREE_OF_DAYS else _TAKING_IN_ORDER
        found = self._connection.execute(taking, asked).one_or_none()
        if found is None:
            self._refuse(kind, day, fiscal_year, branch)
        number = written(found.pattern, found.last, day, branch, first_year(fiscal_year))
        row = {"kind": kind, "year": fiscal_year, "branch": branch, "position": found.last}
        self._connection.execute(into(taken), row | {"number": number, "day": day})
        self._changes.note(_name(kind, fiscal_year, branch), found.last - 1, found.last)
        return number

    def last_day(self, kind: str) -> date | None:
        """Return the day of the last paper that took a number of this kind."""
        return self._connection.scalar(
            select(func.max(series.c.last_on)).where(series.c.kind == kind)
        )

    def rows(self) -> tuple[Series, ...]:
        """Return every series, by kind, year and branch."""
        ordered = select(series).order_by(series.c.kind, series.c.year, series.c.branch)
        return tuple(
            Series(row.kind, row.year, row.branch, row.pattern, row.last, row.last_on)
            for row in self._connection.execute(ordered)
        )

    def gaps(self, kind: str) -> Iterator[Gap]:
        """Yield each run of numbers of a kind that were counted but are not there."""
        for row in self._connection.execute(select(series).where(series.c.kind == kind)).all():
            expected = row.start + 1
            for position in self._positions(kind, row.year, row.branch):
                if position != expected:
                    yield Gap(kind, row.year, row.branch, expected, position - 1)
                expected = position + 1
            if expected <= row.last:
                yield Gap(kind, row.year, row.branch, expected, row.last)

    def _positions(self, kind: str, year: str, branch: str) -> Iterator[int]:
        mine = (taken.c.kind == kind, taken.c.year == year, taken.c.branch == branch)
        wanted = select(taken.c.position).where(*mine).order_by(taken.c.position)
        streamed = {"yield_per": 2000}
        yield from self._connection.scalars(wanted, execution_options=streamed)

    def _refuse(self, kind: str, day: date, year: str, branch: str) -> NoReturn:
        found = self._connection.execute(
            select(series.c.last_on).where(*_is(kind, year, branch))
        ).one_or_none()
        if found is None:
            raise SeriesClosed(kind=kind, year=year, branch=branch, day=day)
        raise EarlierThanLast(kind=kind, day=day, last_on=found.last_on)


def _is(kind: str, year: str, branch: str) -> tuple[ColumnElement[bool], ...]:
    return (series.c.kind == kind, series.c.year == year, series.c.branch == branch)


def _name(kind: str, year: str, branch: str) -> str:
    return f"number_series:{kind}:{year}:{branch}"

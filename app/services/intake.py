"""Intake: the rows of a table sorted into fresh ones, bad ones and those there already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from app.domain.shared.imports import (
    BadRow,
    Cells,
    ImportKind,
    Plan,
    Table,
    Twin,
    TwinBy,
    cells_of,
    key_of_row,
)
from app.domain.shared.problems import Problem
from app.services.office import Desk

F = TypeVar("F")
STEP = 250


@dataclass(frozen=True, slots=True)
class Candidate(Generic[F]):
    """A row that may become a record; ``marks`` are what no two records share."""

    row: int
    key: str
    title: str
    form: F
    problems: tuple[Problem, ...] = ()
    marks: tuple[tuple[TwinBy, str], ...] = ()


class Intake(Protocol[F]):
    """How one kind of record is read, compared with what is there, and made."""

    kind: ImportKind

    def candidate(self, row: int, key: str, cells: Cells) -> Candidate[F]:
        """Return what a row says, with every problem it has."""

    def known(self, candidates: Sequence[Candidate[F]]) -> Mapping[int, Twin]:
        """Return the candidates that are there already, by row."""

    def taken(self, candidates: Sequence[Candidate[F]]) -> Mapping[int, Problem]:
        """Return what each candidate claims that belongs to somebody else, by row."""

    def create(self, candidates: Sequence[Candidate[F]]) -> Sequence[int]:
        """Make records of candidates and return their ids."""

    def title(self, record: int) -> str:
        """Return the name of a record."""


@dataclass(frozen=True, slots=True)
class Sorted(Generic[F]):
    """The rows of a table: those to be made, and the others with the reason."""

    fresh: tuple[Candidate[F], ...]
    bad: tuple[BadRow, ...]
    twins: tuple[Twin, ...]


def sort_rows(intake: Intake[F], plan: Plan, table: Table, desk: Desk) -> Sorted[F]:
    """Return the rows of a table sorted; nothing is written."""
    good: list[Candidate[F]] = []
    bad: list[BadRow] = []
    for one in _candidates(desk, intake, plan, table):
        if any(not problem.is_warning for problem in one.problems):
            bad.append(BadRow(one.row, one.title, one.problems))
        else:
            good.append(one)
    twins = dict(_repeated(good))
    rest = [one for one in good if one.row not in twins]
    twins |= _imported(desk, intake, rest)
    rest = [one for one in rest if one.row not in twins]
    twins |= intake.known(rest)
    rest = [one for one in rest if one.row not in twins]
    taken = intake.taken(rest)
    bad += [BadRow(one.row, one.title, (taken[one.row],)) for one in rest if one.row in taken]
    fresh = tuple(one for one in rest if one.row not in taken)
    by_row = sorted(twins.values(), key=lambda twin: twin.row)
    return Sorted(fresh, tuple(sorted(bad, key=lambda one: one.row)), tuple(by_row))


def _candidates(desk: Desk, intake: Intake[F], plan: Plan, table: Table) -> Iterator[Candidate[F]]:
    """Yield every row that has a cell in a column that is read."""
    first = 1 if plan.has_header else 0
    of = len(table.rows) * 2
    for place, row in enumerate(table.rows[first:], start=first):
        if place % STEP == 0:
            desk.progress(place, of)
        cells = cells_of(row, plan)
        if any(cell.strip() for cell in row):
            yield intake.candidate(place + 1, key_of_row(cells), cells)


def _repeated(candidates: Sequence[Candidate[F]]) -> Iterator[tuple[int, Twin]]:
    """Yield the rows that say again what an earlier row said."""
    seen: dict[tuple[TwinBy, str], Candidate[F]] = {}
    for one in candidates:
        marks = ((TwinBy.WHOLE, one.key), *one.marks)
        first = next((mark for mark in marks if mark in seen), None)
        if first is None:
            seen.update(dict.fromkeys(marks, one))
        else:
            earlier = seen[first]
            yield (
                one.row,
                Twin(one.row, one.title, first[0], same_row=earlier.row, other=earlier.title),
            )


def _imported(desk: Desk, intake: Intake[F], candidates: Sequence[Candidate[F]]) -> dict[int, Twin]:
    """Return the rows that an earlier import made records of."""
    known = desk.store.imports.known(intake.kind, [one.key for one in candidates])
    twins = {}
    for one in candidates:
        if record := known.get(one.key):
            title = intake.title(record)
            twins[one.row] = Twin(one.row, one.title, TwinBy.WHOLE, record=record, other=title)
    return twins

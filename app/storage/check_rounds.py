"""Rounds of checks: each topic is read a slice at a time, and goes on where it was left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from app.domain.admin import health
from app.domain.admin.health import Round, Topic
from app.domain.employees.identity import check_identity
from app.domain.shared.identifiers import is_right
from app.domain.shared.problems import Problem
from app.storage.checks import documents_after, findings_of
from app.storage.database import Database
from app.storage.sweeping import left_over
from app.storage.unit import Unit

SWEPT_AFTER = timedelta(days=8)
"""What nobody refers to is swept after a week; what is older yet is told."""
_PRIVATE = "name"

Part = tuple[int, Iterable[Problem]]


def read_on(database: Database, one: Round, now: datetime, stop: Callable[[], bool]) -> Round:
    """Return a round after its next slice; raises Overtaken when ``stop`` said so."""
    match one.topic:
        case Topic.DOCUMENTS:
            position, found = _documents(database, one.position, now, stop)
        case Topic.IDENTIFIERS:
            position, found = _identifiers(database, one.position)
        case _:
            position, found = 0, findings_of(database, one.topic, stop)
    return one.went_on(now, position, tuple(map(_without_names, found)))


def people(unit: Unit, day: date) -> Iterator[Problem]:
    """Find the numbers and accounts of people that do not check; who may not read finds none."""
    ids = [one.id for one in unit.employees.all()]
    for one, record in sorted(unit.employees.records_on(ids, day).items()):
        private = record.private
        if private is None:
            continue
        identity = check_identity(private.identity_country, private.identity_number)
        iban = private.account.iban
        is_wrong = identity is not None and not identity.is_warning
        if is_wrong or (iban and not is_right("iban", iban)):
            yield health.IDENTITY.at(f"employee:{one}")


def _documents(
    database: Database, after: int, now: datetime, stop: Callable[[], bool]
) -> tuple[int, Iterable[Problem]]:
    position, found = documents_after(database, after)
    if position:
        return position, found
    more = [*found, *findings_of(database, Topic.DOCUMENTS, stop)]
    if lost := left_over(database, now - SWEPT_AFTER):
        more.append(health.ORPHAN.at("archive", count=lost))
    return 0, more


def _identifiers(database: Database, after: int) -> tuple[int, Iterable[Problem]]:
    with database.read() as unit:
        position, found = unit.identifier_checks.contacts_after(after)
        return position, found if position else tuple(unit.identifier_checks.invoices())


def _without_names(found: Problem) -> Problem:
    """Name a record by its number: what it is called may stand behind a wall."""
    if _PRIVATE not in found.facts:
        return found
    _kind, _, number = found.field.partition(":")
    return replace(found, facts={**found.facts, _PRIVATE: f"#{number}" if number else "#"})

"""Imports: a table is looked at, previewed, taken in all at once, and taken back if need be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from app.domain.contacts import columns as contact_columns
from app.domain.products import columns as product_columns
from app.domain.shared.foreign_numbers import decimal_mark_of
from app.domain.shared.ids import ContactId, ImportId, ProductId, new_id
from app.domain.shared.imports import (
    AlreadyTakenBack,
    ImportKind,
    ImportRun,
    Look,
    Plan,
    Preview,
    Report,
    Source,
    Table,
    UsedSince,
    fields_of,
)
from app.domain.shared.refusals import Refusal
from app.lang import headings
from app.lang.headings import known_headings
from app.services.contact_intake import ContactIntake
from app.services.intake import STEP, Candidate, Intake, sort_rows
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.product_intake import ProductIntake
from app.services.table_sources import (
    header_of,
    is_heading,
    name_of,
    outline,
    signature,
    table_at,
    table_of,
)
from app.storage.imports import Item


class TakenElsewhere(Refusal):
    """A table of orders is no table of records: it is taken in by the module of orders."""

    code = "imports.taken-elsewhere"


_NEEDED = {
    ImportKind.CONTACTS: Permission.CONTACTS_CHANGE,
    ImportKind.PRODUCTS: Permission.PRODUCTS_CHANGE,
}


@query(Permission.OFFICE_IMPORT)
def look(desk: Desk, kind: ImportKind, source: Source, pasted: bytes = b"") -> Look:
    """Return the head of a table and a plan: columns as last time, else by their headings."""
    if kind is ImportKind.ORDERS:
        raise TakenElsewhere
    table = table_at(source, pasted)
    first = header_of(table)
    guessed = fields_of(first, _words(kind))
    remembered = desk.store.imports.columns(kind, signature(first))
    has_header = any(guessed) or is_heading(first)
    plan = Plan(kind, source, remembered or guessed, has_header, sha256=table.sha256)
    return outline(plan, table)


@query(Permission.OFFICE_IMPORT)
def preview(desk: Desk, plan: Plan, pasted: bytes = b"") -> Preview:
    """Return what an import would do, without doing it; raises NotTheSameFile."""
    table = table_of(plan, pasted)
    found = sort_rows(_intake(desk, plan.kind, table), plan, table, desk)
    return Preview(len(found.fresh), found.bad, found.twins)


@command(Permission.OFFICE_IMPORT)
def run(desk: Desk, plan: Plan, pasted: bytes = b"") -> Report:
    """Take in a table, all or nothing; bad rows and those there already are left out and told.

    Raises NotTheSameFile when the file changed since it was looked at.
    """
    if plan.kind is ImportKind.ORDERS:
        raise TakenElsewhere
    desk.who.role.require(_NEEDED[plan.kind], "imports.run")
    table = table_of(plan, pasted)
    intake = _intake(desk, plan.kind, table)
    found = sort_rows(intake, plan, table, desk)
    done = ImportRun(
        id=ImportId(new_id()),
        kind=plan.kind,
        at=desk.now,
        who=desk.who.name,
        name=name_of(plan.source),
        sha256=table.sha256,
        created=len(found.fresh),
        refused=len(found.bad),
        twins=len(found.twins),
    )
    desk.store.imports.add(done, signature(table.rows[0]), plan.columns)
    _create(desk, intake, done.id, found.fresh)
    return Report(done, found.bad, found.twins)


@command(Permission.OFFICE_IMPORT)
def take_back(desk: Desk, run_id: ImportId) -> ImportRun:
    """Remove everything an import made; raises UsedSince, AlreadyTakenBack."""
    before = desk.store.imports.get(run_id)
    if before.kind is ImportKind.ORDERS:
        raise TakenElsewhere
    desk.who.role.require(_NEEDED[before.kind], "imports.take_back")
    if before.taken_back_at is not None:
        raise AlreadyTakenBack(name=before.name)
    records = desk.store.imports.records(run_id)
    _require_unused(desk, before.kind, records)
    after = replace(before, taken_back_at=desk.now)
    desk.store.imports.take_back(before, after)
    if before.kind is ImportKind.CONTACTS:
        desk.store.contacts.remove_all([ContactId(one) for one in records])
    else:
        desk.store.products.remove_all([ProductId(one) for one in records])
    desk.store.search.remove_many((before.kind.value.removesuffix("s"), one) for one in records)
    return after


@query(Permission.OFFICE_IMPORT)
def runs(desk: Desk) -> tuple[ImportRun, ...]:
    """Return the imports that were done, the newest first."""
    return desk.store.imports.all()


def _create(
    desk: Desk, intake: Intake[Any], run_id: ImportId, fresh: Sequence[Candidate[Any]]
) -> None:
    for first in range(0, len(fresh), STEP):
        desk.progress(len(fresh) + first, len(fresh) * 2)
        batch = fresh[first : first + STEP]
        records = intake.create(batch)
        items = [Item(one.row, record, one.key) for one, record in zip(batch, records, strict=True)]
        desk.store.imports.add_items(run_id, items)


def _require_unused(desk: Desk, kind: ImportKind, records: Sequence[int]) -> None:
    """Raise UsedSince when a record was changed or something refers to it."""
    if kind is ImportKind.CONTACTS:
        contacts = [ContactId(one) for one in records]
        versions = desk.store.contacts.versions(contacts)
        used = desk.store.contacts.used(contacts)
    else:
        products = [ProductId(one) for one in records]
        versions = desk.store.products.versions(products)
        used = desk.store.products.used(products)
    touched = used | {one for one, version in versions.items() if version > 1}
    if touched:
        title = _intake(desk, kind, None).title(min(touched))
        raise UsedSince(count=len(touched), name=title)


def _intake(desk: Desk, kind: ImportKind, table: Table | None) -> Intake[Any]:
    if kind is ImportKind.ORDERS:
        raise TakenElsewhere
    mark = decimal_mark_of(table.rows, table.delimiter) if table else "."
    if kind is ImportKind.CONTACTS:
        return ContactIntake(desk, mark)
    return ProductIntake(desk, mark)


@cache
def _words(kind: ImportKind) -> dict[str, tuple[str, ...]]:
    """Return what each column may be called: by others, and by ourselves in every language."""
    if kind is ImportKind.CONTACTS:
        theirs, ours = contact_columns.HEADINGS, known_headings(headings.CONTACTS)
    else:
        theirs, ours = product_columns.HEADINGS, known_headings(headings.PRODUCTS)
    return {field: (*ours.get(field, ()), *names) for field, names in theirs.items()}

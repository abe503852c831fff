"""Sources of orders: files, documents of the archive, pasted rows; each is read apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import NamedTuple

from app.domain.orders.columns import HEADINGS
from app.domain.orders.incoming import IncomingOrder
from app.domain.orders.table_rows import Reading, orders_of
from app.domain.shared.codec import parsed
from app.domain.shared.foreign_numbers import decimal_mark_of
from app.domain.shared.imports import (
    ImportKind,
    Look,
    Plan,
    Source,
    Table,
    cells_of,
    fields_of,
)
from app.domain.shared.problems import Problem
from app.formats import order_files, tables
from app.formats.order_files import ReadOrder
from app.formats.shops import fields_in, shop_of
from app.lang import headings
from app.lang.headings import known_headings
from app.outside.apart import SECONDS, apart
from app.services.office import Desk
from app.services.registering import Register
from app.services.table_sources import (
    header_of,
    is_heading,
    name_of,
    outline,
    require_same,
    signature,
    table_at,
    table_of,
)
from app.storage.platform import bound_process

BOUND = partial(bound_process, 1024, SECONDS)
"""Files of orders need no more memory (in MiB) and time than this."""
SHOP, PRICES = "shop", "prices"
"""What a plan remembers beside its columns: the kind of shop, and how its prices are meant."""
_NET_OR_GROSS: Mapping[str, bool | None] = {"net": False, "gross": True}


@dataclass(frozen=True, slots=True)
class Wish:
    """An order of a file, or why there is none in it."""

    file: str
    order: IncomingOrder | None
    problem: Problem | None = None


class Content(NamedTuple):
    """A file's name and its bytes."""

    name: str
    raw: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()


class OrderSources:
    """Reads what orders come in at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._company = desk.store.company.get()

    def look(self, source: Source, pasted: bytes = b"") -> Look:
        """Return the head of a table and a plan for it; XML needs none: it has no columns."""
        content = self._content(source, pasted)
        if order_files.is_xml(content.raw):
            plan = Plan(ImportKind.ORDERS, source, (), sha256=content.sha256)
            return Look(plan, (), (), rows=1)
        table = table_at(source, content.raw)
        header = header_of(table)
        shop = shop_of(header)
        guessed = fields_in(shop, header) if shop else fields_of(header, _words())
        remembered = self._desk.store.imports.columns(ImportKind.ORDERS, signature(header))
        plan = Plan(
            ImportKind.ORDERS,
            source,
            remembered or guessed,
            any(guessed) or is_heading(header),
            {SHOP: shop.key, PRICES: shop.prices} if shop else {},
            table.sha256,
        )
        return outline(plan, table)

    def wishes(self, plans: Sequence[Plan], pasted: bytes = b"") -> Iterator[Wish]:
        """Yield the orders of all files; raises NotTheSameFile."""
        contents = [self._content(plan.source, pasted) for plan in plans]
        as_xml = [order_files.is_xml(content.raw) for content in contents]
        xml = tuple(one for one, is_xml in zip(contents, as_xml, strict=True) if is_xml)
        read = iter(_read(xml) if xml else ())
        for plan, content, is_xml in zip(plans, contents, as_xml, strict=True):
            if is_xml:
                require_same(plan, content.sha256)
                yield _wish(content.name, next(read))
            else:
                yield from self._of_table(plan, table_of(plan, content.raw), content.name)

    def signature(self, plan: Plan, pasted: bytes = b"") -> str:
        """Return by what the columns of a plan are remembered; empty for XML."""
        if not plan.columns:
            return ""
        content = self._content(plan.source, pasted)
        return signature(table_at(plan.source, content.raw).rows[0])

    def _of_table(self, plan: Plan, table: Table, name: str) -> Iterator[Wish]:
        reading = Reading(
            self._company.country,
            self._company.currency,
            decimal_mark_of(table.rows, table.delimiter),
            is_shop=bool(plan.defaults.get(SHOP)),
            is_gross=_NET_OR_GROSS.get(plan.defaults.get(PRICES, "")),
        )
        bare = replace(plan, defaults={})
        first = 1 if plan.has_header else 0
        rows = (
            (place + 1, cells_of(row, bare))
            for place, row in enumerate(table.rows[first:], start=first)
            if any(cell.strip() for cell in row)
        )
        for order in orders_of(rows, reading):
            yield Wish(name, order)

    def _content(self, source: Source, pasted: bytes) -> Content:
        """Return the bytes of a source; raises NoSuchFile, FileTooLarge."""
        if source.document_id is not None:
            document = Register(self._desk).get(source.document_id)
            record = self._desk.store.archive.get(document.file_id)
            if record.size > tables.LARGEST_FILE:
                raise tables.FileTooLarge(most=str(tables.LARGEST_FILE >> 20))
            return Content(record.name, b"".join(self._desk.store.archive.read(document.file_id)))
        if source.path is None:
            return Content(name_of(source), pasted)
        try:
            if source.path.stat().st_size > tables.LARGEST_FILE:
                raise tables.FileTooLarge(most=str(tables.LARGEST_FILE >> 20))
            return Content(source.path.name, source.path.read_bytes())
        except OSError:
            raise tables.NoSuchFile(file=source.path.name) from None


@lru_cache(maxsize=2)
def _read(files: tuple[Content, ...]) -> tuple[ReadOrder, ...]:
    """Read XML once: the preview and what follows it see the same orders."""
    told = apart(order_files.read_orders, files, bound=BOUND)
    return tuple(parsed(ReadOrder, one) for one in told)


def _wish(file: str, read: ReadOrder) -> Wish:
    order, code, facts = read
    return Wish(file, order, Problem("file", code, facts) if order is None else None)


def _words() -> dict[str, tuple[str, ...]]:
    """Return what each column may be called: by others, and by ourselves in every language."""
    ours = known_headings(headings.ORDERS)
    return {field: (*ours.get(field, ()), *names) for field, names in HEADINGS.items()}

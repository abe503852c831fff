"""Listings: a list of records said as data, for ``ListPage``.

LISTING = Listing(
name="contacts",
title=mark("Contacts"),
columns=COLUMNS,
source=Source(contacts.spine, contacts.rows, contacts.page),
tables=frozenset({"contact"}),
counted=lambda n: many("{n} contact", "{n} contacts", n),
empty=Empty("users", mark("No contacts yet"), mark("Customers and suppliers live here."),
("contact.new", "contact.import")),
filters=(Filter("customer", mark("Customers")), Filter("archived", mark("Put away"))),
buttons=("contact.import", "contact.new"),       # the last one is the primary one
verbs=("contact.open", "contact.copy", "", "contact.archive"),     # context menu
)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic

from app.domain.shared.money import Money
from app.domain.shared.paging import Spine, View
from app.lang.texts import mark
from app.ui.kit.table import Column, Row

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk

FIRST_PAGE = 200


@dataclass(frozen=True, slots=True)
class Source(Generic[Row]):
    """The queries behind a list: all ids in order, rows of some ids, and the first rows at once.

    ``sums`` returns what the rows of a view come to, where a list says it beside their number.
    """

    spine: Callable[[Desk, View], Spine]
    rows: Callable[[Desk, Any], Sequence[Row]]
    page: Callable[[Desk, View, int], Sequence[Row]] | None = None
    sums: Callable[[Desk, View], Sequence[Money]] | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A chip: the state name that the feature's View knows, and its marked text."""

    state: str
    text: str


@dataclass(frozen=True, slots=True)
class Empty:
    """What a list says when there is nothing yet; the first action is the primary one."""

    icon: str
    title: str
    text: str
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """One list as data; ``name`` is the module's, ``sort`` how it opens.

    ``begins`` are the chips that are pressed at first, ``every`` is the marked word on the one
    that lets all others go; ``shelves`` says what one state alone says
    of itself when nothing is in it.
    """

    name: str
    title: str
    columns: tuple[Column[Row], ...]
    source: Source[Row]
    tables: frozenset[str]
    counted: Callable[[int], str]
    empty: Empty
    filters: tuple[Filter, ...] = ()
    buttons: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    every: str = mark("All")
    sort: str = ""
    is_descending: bool = False
    shelves: Mapping[str, Empty] = field(default_factory=dict)

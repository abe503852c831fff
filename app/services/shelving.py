"""The shelf: binders with the room that is left in them, and what labels are printed with."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.archive.serials import Binder, RangeUse, Room, SerialRange
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.serials import LabelKind, Serials, label_kinds, ranges
from app.services.walls import Walls

LAST_PRINTED = 30


@dataclass(frozen=True, slots=True)
class Shelved:
    """A binder as it stands on the shelf: how many documents say so, and what room it has."""

    binder: Binder
    documents: int
    room: Room


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every binder, and the number that the next original gets."""

    binders: tuple[Shelved, ...]
    next_free: int


@dataclass(frozen=True, slots=True)
class Stock:
    """What labels are printed with: sheets, the next free number, ranges that were printed."""

    kinds: tuple[LabelKind, ...]
    next_free: int
    printed: tuple[SerialRange, ...]


@query(Permission.ARCHIVE_READ)
def shelf(desk: Desk) -> Shelf:
    """Return every binder with how full it is, in the order of the numbers in them.

    Documents that the asker may not see are not counted.
    """
    free, store, walls = Serials(desk).next_free(), desk.store, Walls(desk)
    shelved = (
        Shelved(one, len(walls.seen(store.serials.numbered(one.first, one.last))), one.room(free))
        for one in store.binders.all()
    )
    return Shelf(tuple(shelved), free)


@query(Permission.ARCHIVE_READ)
def stock(desk: Desk) -> Stock:
    """Return what the labels that are printed next need to know, the last ranges first."""
    printed = [one for one in ranges(desk) if one.use is RangeUse.LABELS]
    return Stock(label_kinds(desk), Serials(desk).next_free(), tuple(printed[:LAST_PRINTED]))


@query(Permission.ARCHIVE_READ)
def find(desk: Desk, words: str) -> tuple[Binder, ...]:
    """Return the binders whose name holds some words: the one that begins so first."""
    wanted = words.casefold().strip()
    found = [one for one in desk.store.binders.all() if wanted in one.name.casefold()]
    return tuple(sorted(found, key=lambda one: not one.name.casefold().startswith(wanted)))

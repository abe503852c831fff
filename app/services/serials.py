"""Serial numbers of paper originals: given, printed on labels, and found again in binders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.documents.accounting import Imprint
from app.documents.binders import Original, describe_contents
from app.documents.letterhead import paper_of
from app.documents.pdf.render import render, render_sheets
from app.documents.sheets import (
    PUNCHED,
    SPINES,
    Punched,
    label_sheets,
    punched,
    separator_sheets,
)
from app.documents.sheets import spine as spine_sheet
from app.domain.archive.document import Document
from app.domain.archive.serials import (
    LONGEST_NAME,
    MOST_AT_ONCE,
    Binder,
    Feed,
    RangeUse,
    SerialRange,
    TooManyLabels,
    binder_of,
    check_binder,
)
from app.domain.shared.ids import BinderId, DocumentId, SerialRangeId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.lang.formats import formats_in
from app.lang.texts import Say, say_in
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import Register
from app.services.walls import Walls

MOST_SEPARATORS = 100
FEED = Feed()


@dataclass(frozen=True, slots=True)
class LabelKind:
    """Labels that can be printed on: their code, the name on the box, how many of which size.

    ``across`` and ``down`` are how they lie on a sheet, ``width`` and ``height`` are millimetres.
    """

    code: str
    name: str
    across: int
    down: int
    width: Decimal
    height: Decimal

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.across * self.down


class Serials:
    """Gives serial numbers to documents, for services that do so alike."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def next_free(self) -> int:
        """Return the lowest number above every one that was ever given or printed."""
        return self._desk.store.serials.highest() + 1

    def given(self, document: Document, serial: int) -> Document:
        """Return a document with a number, and the binder that holds it; raises Invalid."""
        problems = Register(self._desk).serial_problems(serial, document.id)
        if problems:
            raise Invalid(problems)
        binder = binder_of(serial, self._desk.store.binders.all())
        return replace(document, serial=serial, binder=binder or document.binder)


@query(Permission.ARCHIVE_READ)
def next_free(desk: Desk) -> int:
    """Return the serial number that the next original gets."""
    return Serials(desk).next_free()


@query(Permission.ARCHIVE_READ)
def ranges(desk: Desk) -> tuple[SerialRange, ...]:
    """Return the numbers whose labels are printed, and those given up, the highest first."""
    found = desk.store.serials.ranges()
    ids = [one.document_id for one in found if one.document_id is not None]
    seen = Walls(desk).seen(ids)
    return tuple(
        one if one.document_id in seen else replace(one, document_id=None) for one in found
    )


@query(Permission.ARCHIVE_READ)
def label_kinds(desk: Desk) -> tuple[LabelKind, ...]:
    """Return the labels that can be printed on, those of the country's paper first."""
    paper = paper_of(desk.store.company.get().country)
    nearest = sorted(PUNCHED, key=lambda one: one.paper is not paper)
    return tuple(_kind_of(one) for one in nearest)


@command(Permission.ARCHIVE_FILE)
def assign(desk: Desk, document_id: DocumentId) -> Document:
    """Give a document the next free serial number; one that has a number keeps it."""
    register, serials = Register(desk), Serials(desk)
    before = register.get(document_id)
    if before.serial is not None:
        return before
    return register.save(before, serials.given(before, serials.next_free()))


@command(Permission.ARCHIVE_FILE)
def assign_each(desk: Desk, ids: tuple[DocumentId, ...]) -> tuple[Document, ...]:
    """Give each document the next free serial number, in this order; raises NotFound."""
    return tuple(assign(desk, one) for one in ids)


@command(Permission.ARCHIVE_FILE)
def reserve(desk: Desk, count: int) -> SerialRange:
    """Take numbers for labels, which nobody else is given; raises TooManyLabels."""
    if not 1 <= count <= MOST_AT_ONCE:
        raise TooManyLabels(count=count, most=MOST_AT_ONCE)
    first = Serials(desk).next_free()
    taken = SerialRange(
        id=SerialRangeId(new_id()),
        first=first,
        last=first + count - 1,
        use=RangeUse.LABELS,
        made_at=desk.now,
        made_by=desk.who.name,
    )
    desk.store.serials.take(taken)
    return taken


@query(Permission.ARCHIVE_READ)
def labels(desk: Desk, first: int, last: int, feed: Feed = FEED, language: str = "") -> bytes:
    """Return labels of reserved numbers as PDF; raises NotFound, TooManyLabels."""
    count = last - first + 1
    if not 1 <= count <= MOST_AT_ONCE:
        raise TooManyLabels(count=count, most=MOST_AT_ONCE)
    sheets = label_sheets(
        range(first, last + 1), _punched(feed.kind), feed, _imprint(desk, language)
    )
    return render_sheets(sheets)


@query(Permission.ARCHIVE_READ)
def separators(desk: Desk, count: int = 1, language: str = "") -> bytes:
    """Return sheets to lay between documents before they are scanned, as PDF."""
    paper = paper_of(desk.store.company.get().country)
    some = min(max(count, 1), MOST_SEPARATORS)
    return render_sheets(separator_sheets(some, paper, _imprint(desk, language)))


@query(Permission.ARCHIVE_READ)
def binders(desk: Desk) -> tuple[Binder, ...]:
    """Return every binder, in the order of the numbers in them."""
    return desk.store.binders.all()


@command(Permission.ARCHIVE_ARRANGE)
def add_binder(desk: Desk, name: str, first: int, last: int, note: str = "") -> Binder:
    """Add a binder for a range of originals; raises Invalid."""
    new = Binder(BinderId(new_id()), 1, one_line(name), first, last, one_line(note))
    _require_right(desk, new)
    desk.store.binders.add(new)
    _place(desk, new)
    return new


@command(Permission.ARCHIVE_ARRANGE)
def change_binder(desk: Desk, changed: Binder) -> Binder:
    """Change a binder; ``changed.version`` is the one read; raises Invalid, Conflict, NotFound."""
    before = desk.store.binders.get(changed.id)
    if before.version != changed.version:
        raise Conflict(record="binder", id=changed.id)
    after = replace(
        changed,
        version=before.version + 1,
        name=one_line(changed.name),
        note=one_line(changed.note),
    )
    _require_right(desk, after)
    desk.store.binders.save(before, after)
    _place(desk, after, was=before.name)
    return after


@command(Permission.ARCHIVE_ARRANGE)
def remove_binder(desk: Desk, binder_id: BinderId, version: int) -> None:
    """Remove a binder; its documents keep its name as a note of where they stood."""
    desk.store.binders.remove(replace(desk.store.binders.get(binder_id), version=version))


@query(Permission.ARCHIVE_READ)
def spine(desk: Desk, binder_id: BinderId, width: str = "wide", language: str = "") -> bytes:
    """Return the label for the back of a binder (``wide`` or ``narrow``) as PDF."""
    if width not in SPINES:
        raise NotFound(record="spine", id=width)
    paper = paper_of(desk.store.company.get().country)
    one = desk.store.binders.get(binder_id)
    return render_sheets(spine_sheet(one, width, paper, _imprint(desk, language)))


@query(Permission.ARCHIVE_READ)
def contents(desk: Desk, binder_id: BinderId, language: str = "") -> bytes:
    """Return the list of what stands in a binder as PDF; what one may not see has no words."""
    one = desk.store.binders.get(binder_id)
    company = desk.store.company.get()
    spoken = language or company.language
    imprint = Imprint(company, say_in(spoken), formats_in(spoken, company.country), desk.today)
    return render(describe_contents(one, _originals(desk, one), imprint))


def _originals(desk: Desk, one: Binder) -> Sequence[Original]:
    hidden = Register(desk).hidden
    with desk.store.housework():
        found = desk.store.document_lists.rows(desk.store.serials.numbered(one.first, one.last))
    return [
        Original(row.serial or 0)
        if row.type_id in hidden
        else Original(row.serial or 0, row.day, row.title, row.correspondent, row.reference)
        for row in found
    ]


def _place(desk: Desk, one: Binder, was: str = "") -> None:
    """Say of the originals in a binder's range that they stand there, unless they say another."""
    register = Register(desk)
    with desk.store.housework():
        ids = desk.store.serials.numbered(one.first, one.last)
        found = desk.store.documents.get_all(ids)
    for document in found:
        if document.binder in ("", was):
            register.save(document, replace(document, binder=one.name))


def _require_right(desk: Desk, one: Binder) -> None:
    problems = check_binder(one, desk.store.binders.all())
    if problems:
        raise Invalid(problems)


def _kind_of(one: Punched) -> LabelKind:
    width, height = (Decimal(str(side)) for side in one.size)
    return LabelKind(one.code, one.name, one.across, one.down, width, height)


def _punched(kind: str) -> Punched:
    found = punched(kind)
    if found is None:
        raise NotFound(record="labels", id=kind[:LONGEST_NAME])
    return found


def _imprint(desk: Desk, language: str) -> tuple[Say, str]:
    company = desk.store.company.get()
    return say_in(language or company.language), company.name

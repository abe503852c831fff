"""Offices with letters of any size, made once and kept: as many that came in as went out."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from app.domain.archive.document import Document, DocumentState, Version, VersionKind
from app.domain.archive.record import Filing
from app.domain.contacts.contact import Contact
from app.domain.contacts.findable import findable as findable_contact
from app.domain.correspondence.body import written
from app.domain.correspondence.letter import (
    INCOMING,
    OUTGOING,
    Channel,
    Incoming,
    IncomingState,
    Outgoing,
    OutgoingState,
)
from app.domain.correspondence.outgoing import addressee_of
from app.domain.shared.codec import plain
from app.domain.shared.ids import DocumentId, LetterId, ThreadId
from app.domain.shared.numbering import Series
from app.domain.shared.numbering import written as numbered
from app.domain.shared.search import SearchItem
from app.formats.packs import pack
from app.storage.database import Database
from app.storage.guards import ROW_GUARDS, post_guards, withdraw_guards
from app.storage.letter_tables import (
    incoming_row,
    letter_in,
    letter_out,
    letter_thread,
    outgoing_row,
)
from app.storage.numbering import series, taken
from app.storage.offices import create_office, open_office
from app.storage.sorting import dictionary_key
from app.storage.unit import Unit
from tests.speed import offices
from tests.speed.rows import Rows
from tests.trade import LUMO

SHAPE = 1
"""Counts up when the letters made here change, so that old offices are made anew."""
FIRST, LAST = date(2022, 1, 3), date(2026, 3, 9)
DAYS = (LAST - FIRST).days + 1
BATCH = 5000
AT = datetime(2022, 1, 3, 8, tzinfo=UTC)
KINDS = (INCOMING, OUTGOING)
TABLES = (letter_thread, letter_in, letter_out, taken)
BIG = (letter_thread, letter_in, letter_out)
SUBJECTS = ("Tarjous", "Reklamaatio", "Sopimus", "Vuokra", "Tilaus", "Vakuutus", "Hakemus")
WORDS = ("toimitus", "lasku", "aikataulu", "takuu", "hinta", "huolto", "koulutus", "kokous")

Row = Mapping[str, Any]


def kept_letters(size: int, told: offices.Told) -> Path:
    """Return the folder of an office with so many letters each way; made when first asked for."""
    folder = _place(size)
    if not folder.exists():
        offices.KEPT.mkdir(parents=True, exist_ok=True)
        began = time.perf_counter()
        with TemporaryDirectory(dir=offices.KEPT, prefix=f"letters-{size}-making-") as making:
            make_letters(Path(making) / "Speed.backdesk", size)
            Path(making).rename(folder.parent)
            Path(making).mkdir()
        told(f"made an office of {size:,} letters each way in {time.perf_counter() - began:.0f} s")
    return folder


@cache
def _place(size: int) -> Path:
    """Return where an office is kept; indexes get their names when a table is first created."""
    return offices.KEPT / f"letters-{size}-{SHAPE}-{offices.schema()}" / "Speed.backdesk"


def make_letters(folder: Path, size: int) -> None:
    """Make an office of Lumo & Suoni with so many letters that came and so many of its own."""
    database = create_office(folder)
    contacts = offices.some_contacts(max(20, min(50_000, size // 20)))
    with database.write() as unit:
        unit.company.add(LUMO)
        unit.contacts.add_all(contacts, AT)
        unit.search.put_many(findable_contact(one, AT.date()) for one in contacts)
    paper = _paper(database)
    with database.write() as unit:
        withdraw_guards(unit.connection)
        for table in BIG:
            for index in table.indexes:
                index.drop(unit.connection)
        post = Post(contacts, unit, paper)
    for first in range(0, size, BATCH):
        with database.write() as unit:
            post.deliver(unit, range(first, min(first + BATCH, size)), size)
    with database.write() as unit:
        post.count_on(unit)
        for table in BIG:
            for index in sorted(table.indexes, key=lambda one: str(one.name)):
                index.create(unit.connection)
        post_guards(unit.connection, ROW_GUARDS)
    database.close()
    open_office(folder).close()


def _paper(database: Database) -> DocumentId:
    """File the one paper that all letters made here share."""
    with database.write() as unit:
        record = unit.archive.add(Filing("a.pdf", "application/pdf"), (offices.a_page(),), AT)
        card = Document(DocumentId(record.id), 1, "a", DocumentState.FILED, record.id, AT)
        first = Version(1, record.id, VersionKind.ORIGINAL, AT, "Bench")
        unit.documents.add_all([(card, first, ())])
    return card.id


@dataclass(frozen=True, slots=True)
class Party:
    """A contact as the rows of its letters name it."""

    id: int
    name: str
    key: str
    window: str


class Post:
    """Delivers letters over four years: each that came in is answered by one of ours."""

    def __init__(self, contacts: Sequence[Contact], unit: Unit, paper: DocumentId) -> None:
        self._chance = Random(7)  # noqa: S311  the same every time
        self._parties = [_party(one) for one in contacts]
        self._patterns = pack(LUMO.country).series
        self._counts = {str(year): 0 for year in range(FIRST.year, LAST.year + 1)}
        tables = {table.name: Rows(table, unit.connection) for table in TABLES}
        came = Incoming(LetterId(0), 3, IncomingState.FILED, FIRST, ThreadId(0), "-")
        self._came = tables["letter_in"].bound(incoming_row(came, LUMO.country))
        ours = Outgoing(
            LetterId(0),
            4,
            OutgoingState.FILED,
            "fi",
            ThreadId(0),
            "-",
            dated_on=FIRST,
            body=written("Hyvä vastaanottaja,\n\nkiitos kirjeestänne.\n\nYstävällisin terveisin"),
            document_id=paper,
            written_by="Maija",
            approved_by="Maija",
        )
        self._ours = tables["letter_out"].bound(outgoing_row(ours, LUMO.country))
        for kind in KINDS:
            for year in self._counts:
                unit.numbers.open(Series(kind, year, "", self._patterns[kind]))

    def deliver(self, unit: Unit, places: range, size: int) -> None:
        """Write the letters at these places of the order of all, with their answers."""
        rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
        items: list[SearchItem] = []
        for place in places:
            items += self._letters(place, size, rows)
        for table in TABLES:
            Rows(table, unit.connection).write(rows[table.name])
        unit.search.put_many(items)

    def count_on(self, unit: Unit) -> None:
        """Let each series stand where its numbers end."""
        for kind in KINDS:
            for year, count in self._counts.items():
                same = (series.c.kind == kind, series.c.year == year)
                values = {"last": count, "last_on": LAST if year == str(LAST.year) else None}
                unit.connection.execute(series.update().where(*same).values(values))

    def _letters(
        self, place: int, size: int, rows: dict[str, list[Row]]
    ) -> tuple[SearchItem, SearchItem]:
        day = FIRST + timedelta(days=place * DAYS // size)
        count = self._counts[str(day.year)] = self._counts[str(day.year)] + 1
        chance = self._chance
        party = self._parties[int(len(self._parties) * chance.random() ** 4)]
        morning = int(datetime(day.year, day.month, day.day, 8, tzinfo=UTC).timestamp())
        first = (morning * 1000 << 21) + place * 4
        subject = f"{chance.choice(SUBJECTS)} {chance.choice(WORDS)} {place}"
        numbers = {kind: numbered(self._patterns[kind], count, day) for kind in KINDS}
        iso, who = day.isoformat(), chance.choice(("Anna", "Maija", "Olli"))
        due = (day + timedelta(days=14)).isoformat() if place % 3 else None
        rows["letter_thread"].append(
            {"id": first, "version": 1, "subject": subject, "contact_id": party.id}
        )
        rows["letter_in"].append(
            dict(self._came)
            | _open(place, size)
            | {"id": first + 1, "thread_id": first, "number": numbers[INCOMING]}
            | {"received_on": iso, "reply_by": due, "subject": subject, "responsible": who}
            | {"sender_id": party.id, "sender": party.name, "sender_key": party.key}
        )
        rows["letter_out"].append(
            self._ours
            | {"id": first + 2, "thread_id": first, "number": numbers[OUTGOING]}
            | {"dated_on": iso, "subject": subject, "responsible": who, "answers": first + 1}
            | {"channel": Channel.EMAIL.value if place % 2 else Channel.POST.value}
            | {"addressee_id": party.id, "addressee_name": party.name}
            | {"addressee_key": party.key, "addressee": party.window}
        )
        taken_on = {"year": str(day.year), "branch": "", "position": count, "day": iso}
        rows["number_taken"] += [
            taken_on | {"kind": kind, "number": number} for kind, number in numbers.items()
        ]
        detail = f"{party.name} · {subject}"
        return (
            SearchItem(INCOMING, first + 1, numbers[INCOMING], detail, who, day=day),
            SearchItem(OUTGOING, first + 2, numbers[OUTGOING], detail, who, day=day),
        )


def _open(place: int, size: int) -> dict[str, Any]:
    """Return that the newest letters are still in somebody's hands."""
    is_open = place >= size - max(1, size // 200)
    return {"state": IncomingState.ASSIGNED.value} if is_open else {}


def _party(one: Contact) -> Party:
    window = json.dumps(plain(addressee_of(one)), ensure_ascii=False)
    return Party(one.id, one.name, dictionary_key(one.name, LUMO.country), window)

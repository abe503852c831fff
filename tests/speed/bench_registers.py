"""The registers of letters beside the list of as many invoices, in the same run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from app.domain.correspondence.body import written
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.letter import Channel
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.shared.ids import InvoiceId, LetterId
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import contacts, dispatching, invoices, letters_in, letters_out
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.speed.registers import kept_letters

FIRST_ROWS = 200
BLOCK = 100
JUMPS = 100
REGISTERS = {"in": letters_in, "out": letters_out}
SORTS = {"in": ("number", "sender"), "out": ("number", "addressee")}
AGAINST = "the list of invoices"


@contextmanager
def registers(site: Site) -> Iterator[Office]:
    """Open the kept office of as many letters each way as the site has invoices."""
    database = open_office(kept_letters(site.size, site.told), wants="reader")
    try:
        yield Office(database, FixedClock(TODAY), Actor("Bench"))
    finally:
        database.close()


@bench("letter registers", row=4)
def letter_registers(site: Site) -> Iterator[Figure]:
    with registers(site) as office:
        for name, register in REGISTERS.items():
            first = partial(_count, office, register.first, View(), FIRST_ROWS)
            theirs = partial(_count, site.office, invoices.first, View(), FIRST_ROWS)
            times = site.interleaved(first, theirs)
            yield Figure(f"{name}: first rows", *times, AGAINST, ratio=1.3, at_most=50)
            whole = partial(_count, office, register.spine, View())
            times = site.interleaved(
                whole, partial(_count, site.office, invoices.spine, View()), rounds=5
            )
            yield Figure(f"{name}: whole order of ids", *times, AGAINST, ratio=1.3, at_most=600)
            for sort, like in zip(SORTS[name], ("number", "customer"), strict=True):
                ours = partial(_count, office, register.spine, View(sort=sort))
                limit = partial(_count, site.office, invoices.spine, View(sort=like))
                times = site.interleaved(ours, limit, rounds=3)
                yield Figure(f"{name}: sorted by {sort}", *times, AGAINST, ratio=1.3)


@bench("letter register rows", row=4)
def letter_rows(site: Site) -> Iterator[Figure]:
    with registers(site) as office:
        sold = site.office.ask(invoices.spine, View())
        for name, register in REGISTERS.items():
            ids = office.ask(register.spine, View())
            chance = Random(5)  # noqa: S311  the same jumps every time
            starts = [chance.randrange(max(1, len(ids) - BLOCK)) for _ in range(JUMPS * 2)]
            ours, theirs = iter(starts), iter(starts)

            def block(office: Office = office, register: Any = register, ids: Any = ids) -> int:
                at = next(ours)  # noqa: B023  each register jumps within its own turn of the loop
                asked = tuple(LetterId(one) for one in ids[at : at + BLOCK])
                return len(office.ask(register.rows, asked))

            def other() -> int:
                at = next(theirs)  # noqa: B023  as above
                asked = tuple(InvoiceId(one) for one in sold[at : at + BLOCK])
                return len(site.office.ask(invoices.rows, asked))

            times = site.interleaved(block, other, rounds=JUMPS)
            yield Figure(f"{name}: jump to {BLOCK} rows", *times, AGAINST, ratio=2.2, at_most=16)


@bench("letter register filter", row=4)
def letter_filter(site: Site) -> Iterator[Figure]:
    with registers(site) as office:
        for name, register in REGISTERS.items():
            number = office.ask(register.first, View(), 1)[0].number
            questions = {"a number": number, "a common word": "takuu", "a name": "Aamu"}
            for what, words in questions.items():
                ours = partial(office.ask, register.first, View(words=words), FIRST_ROWS)
                times = site.alone(ours, rounds=7)
                told = f"{name}: first rows for {what}"
                yield Figure(told, times[len(times) // 2], None, at_most=100)
        asked = partial(office.ask, letters_in.overdue)
        times = site.alone(asked)
        yield Figure("in: what is overdue", times[len(times) // 2], None, at_most=100)


@bench("letters registered and issued", row=2)
def letters_written(site: Site) -> Iterator[Figure]:
    kept = kept_letters(site.size, site.told)
    with TemporaryDirectory(dir=kept.parent, prefix="copy-") as place:
        folder = Path(place) / "Speed.backdesk"
        shutil.copytree(kept, folder)
        database = open_office(folder, wants="window")
        office = Office(database, FixedClock(TODAY), Actor("Bench"))
        party = office.ask(contacts.first, View(), 1)[0]
        form = IncomingForm(TODAY, sender_id=party.id, subject="Tarjous", reply_days=14)
        times = site.alone(partial(office.do, letters_in.enter, form))
        yield Figure("a letter registered", median(times), None, at_most=40)
        ours = OutgoingForm(
            addressee_id=party.id, subject="Tarjous", body=written("Hei,\n\nkiitos kirjeestä.")
        )
        drafts = [office.do(letters_out.draft, ours).result.id for _ in range(site.rounds)]
        waiting = iter(drafts)
        times = site.alone(lambda: office.do(letters_out.issue, next(waiting)))
        yield Figure("a letter issued, with its PDF", median(times), None, at_most=40)
        sent = iter(drafts)
        times = site.alone(lambda: office.do(dispatching.send, next(sent), Channel.POST))
        yield Figure("a letter sent, with its proof", median(times), None, at_most=40)
        database.close()


def _count(office: Office, asked: Any, *given: Any) -> int:
    return len(office.ask(asked, *given))

"""A mailing of 10,000 letters: prepared, issued with numbers and papers, and put into one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact
from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.correspondence.scripts import body_of
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.domain.shared.ids import ContactId, new_id
from app.outside.clock import FixedClock
from app.services import mailing_lists, merge_runs, templates, welcome
from app.services.office import Office
from app.services.permissions import Actor
from app.services.welcome import NewOffice
from tests.builders import TODAY
from tests.speed.bare import drawn
from tests.speed.bench import Figure, Site, bench
from tests.speed.letters import merged
from tests.speed.memory import memory
from tests.speed.scripts import forget_words, script_of
from tests.trade import AT

LETTERS = 10_000
WORDS = ("Hyvä {contact.name},", "hintamme muuttuvat ensi kuun alussa.", "{company.name}")
HOME = Address("Katu 1", postcode="33100", town="Tampere")


def office_of(folder: Path, count: int) -> Office:
    """Return a new office with so many customers who can be written to."""
    office = welcome.create(
        folder / "Speed.backdesk",
        NewOffice("Lumo", "FI", "fi"),
        FixedClock(TODAY),
        Actor("Bench"),
    )
    with office.database.write() as unit:
        for at in range(count):
            new = Contact(ContactId(new_id()), 1, f"Asiakas {at:05}", number=str(at))
            unit.contacts.add(replace(new, addresses=(HOME,)), AT)
    return office


@dataclass(slots=True)
class Mailed:
    """What a mailing took: the seconds of each part, and the memory half through and after."""

    prepared: float = 0.0
    issued: float = 0.0
    joined: float = 0.0
    half: float = 0.0
    after: float = 0.0


def mailed(folder: Path, count: int) -> Mailed:
    """Prepare, issue and print a mailing to so many."""
    office, found = office_of(folder, count), Mailed()
    kept = office.do(mailing_lists.add, MailingForm("All", Wanted(town="Tampere"))).result
    form = TemplateForm("Prices", (TemplateText("fi", "Hinnat", body_of(WORDS)),))
    template = office.do(templates.add, form).result

    def watch(done: int, of: int) -> None:
        if done * 2 <= of:
            found.half = memory()

    begun = perf_counter()
    run = office.do(merge_runs.prepare, kept.id, template.id).result
    found.prepared = perf_counter() - begun
    begun = perf_counter()
    office.run_watched(watch, merge_runs.issue, run.id)
    found.issued, found.after = perf_counter() - begun, memory()
    begun = perf_counter()
    office.ask(merge_runs.print_file, run.id, folder / "all.pdf")
    found.joined = perf_counter() - begun
    office.close()
    return found


@bench("mailing", row=8, sized=False)
def mailing(site: Site) -> Iterator[Figure]:
    scripts = [script_of(one) for one in merged(100)]
    forget_words()
    begun = perf_counter()
    for one in scripts:
        drawn(one)
    bare = (perf_counter() - begun) / len(scripts)
    with TemporaryDirectory(prefix="backdesk-") as place:
        found = mailed(Path(place), LETTERS)
    told = f"a letter of {LETTERS:,}:"
    for what, seconds, most in (
        ("prepared", found.prepared, 1),
        ("numbered, printed, filed", found.issued, 20),
        ("into one file", found.joined, 3),
    ):
        limit = bare * 1000 if seconds is found.issued else None
        against = "a bare canvas of one" if limit else ""
        each = seconds * 1000 / LETTERS
        yield Figure(f"{told} {what}", each, limit, against, at_most=most)
    limit = bare * LETTERS
    yield Figure(f"{LETTERS:,} issued", found.issued, limit, "a bare canvas", unit="s", ratio=2)
    grown = (found.after, found.half)
    yield Figure("memory after all", *grown, "memory half through", unit="MB", ratio=1.03)

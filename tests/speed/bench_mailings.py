"""A mailing of 10,000 letters: prepared, issued with numbers and papers, and put into one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact
from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.domain.shared.ids import ContactId, new_id
from app.outside.clock import FixedClock
from app.services import mailing_lists, merge_runs, templates, welcome
from app.services.demo_mailings import body_of
from app.services.office import Office
from app.services.permissions import Actor
from app.services.welcome import NewOffice
from tests.builders import TODAY
from tests.speed.bare import drawn
from tests.speed.bench import Figure, Site, bench
from tests.speed.letters import merged
from tests.speed.scripts import script_of
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


def mailed(folder: Path, count: int) -> Iterator[tuple[str, float]]:
    """Yield how many seconds each part of a mailing takes."""
    office = office_of(folder, count)
    kept = office.do(mailing_lists.add, MailingForm("All", Wanted(town="Tampere"))).result
    form = TemplateForm("Prices", (TemplateText("fi", "Hinnat", body_of(WORDS)),))
    template = office.do(templates.add, form).result
    begun = perf_counter()
    run = office.do(merge_runs.prepare, kept.id, template.id).result
    yield "prepared", perf_counter() - begun
    begun = perf_counter()
    office.run(merge_runs.issue, run.id)
    yield "issued", perf_counter() - begun
    begun = perf_counter()
    office.ask(merge_runs.print_file, run.id, folder / "all.pdf")
    yield "put into one file", perf_counter() - begun
    office.close()


@bench("mailing", row=8, sized=False)
def mailing(site: Site) -> Iterator[Figure]:
    scripts = [script_of(one) for one in merged(100)]
    begun = perf_counter()
    for one in scripts:
        drawn(one)
    bare = (perf_counter() - begun) * 10
    with TemporaryDirectory(prefix="backdesk-") as place:
        for what, seconds in mailed(Path(place), LETTERS):
            each = seconds * 1000 / LETTERS
            limit = bare if what == "issued" else None
            told = f"a letter {what}, of {LETTERS:,}"
            yield Figure(told, each, limit, "a bare canvas", at_most=30)

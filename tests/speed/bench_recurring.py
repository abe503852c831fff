"""1,000 recurring invoices issued, each with posting, PDF/A-3 and archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from unittest.mock import patch

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.totals import totals_of
from app.domain.recurring.plan import Makes, PlanForm
from app.domain.shared.ids import ContactId, InvoiceId, new_id
from app.domain.shared.quantities import Quantity, UnitPrice
from app.outside.clock import FixedClock
from app.services import plans, recurring, welcome
from app.services.dressing import Wardrobe
from app.services.office import Office, no_progress
from app.services.papers import document_of
from app.services.permissions import Actor
from app.services.presses import OwnPress, Press, Presses
from app.services.welcome import NewOffice
from tests.builders import TODAY
from tests.speed.bare import Script, drawn
from tests.speed.bench import Figure, Site, bench
from tests.speed.scripts import forget_words, script_of
from tests.trade import AT

INVOICES = 1000
LINES = 5
LOOKED_AT = 100
HOME = Address("Katu 1", postcode="33100", town="Tampere")
Printing = Callable[[], AbstractContextManager[Press]]


def office_of(folder: Path, count: int) -> Office:
    """Return a new office with so many customers, each with a plan of five lines that is due."""
    office = welcome.create(
        folder / "Speed.backdesk",
        NewOffice("Lumo", "FI", "fi"),
        FixedClock(TODAY),
        Actor("Bench"),
    )
    customers = [_customer(at) for at in range(count)]
    with office.database.write() as unit:
        unit.contacts.add_all(customers, AT)
    for at, customer in enumerate(customers):
        content = Draft(customer_id=customer.id, lines=tuple(_lines(at)))
        form = PlanForm(f"Sopimus {at:04}", content, TODAY.replace(day=1), makes=Makes.ISSUE)
        office.do(plans.add, form)
    return office


def _customer(at: int) -> Contact:
    named = Contact(ContactId(new_id()), 1, f"Asiakas {at:05}", number=str(at))
    return replace(named, addresses=(HOME,))


def _lines(at: int) -> Iterator[DraftLine]:
    for line in range(LINES):
        yield DraftLine(
            description=f"Palvelu {at}-{line}, {{month}} {{year}}",
            quantity=Quantity(Decimal(line + 1)),
            unit="kpl",
            price=UnitPrice(Decimal(at + line) / 100 + 10),
            vat="standard",
        )


def ran(printing: Printing) -> tuple[float, list[Script]]:
    """Run 1,000 plans that are due; return the seconds, and what some of the pages draw."""
    with TemporaryDirectory(prefix="backdesk-") as place:
        office = office_of(Path(place), INVOICES)
        forget_words()
        with patch.object(recurring, "PRINTING", printing):
            begun = perf_counter()
            outcome = office.run(recurring.run)
            took = perf_counter() - begun
        if len(outcome.issued) != INVOICES:
            raise AssertionError(outcome)
        scripts = _scripts(office, outcome.issued[:LOOKED_AT])
        office.close()
    return took, scripts


def _scripts(office: Office, issued: Sequence[InvoiceId]) -> list[Script]:
    with office.database.read() as unit:
        wardrobe = Wardrobe(office.desk(unit, no_progress))
        found = [unit.invoices.get(one) for one in issued]
        papers = [document_of(one, totals_of(one), wardrobe.of(one)) for one in found]
    return [script_of(one) for one in papers]


@bench("recurring", row=7, sized=False)
def recurring_run(site: Site) -> Iterator[Figure]:
    here, scripts = ran(OwnPress)
    beside, _scripts = ran(Presses)
    forget_words()
    begun = perf_counter()
    for script in scripts:
        drawn(script)
    bare = (perf_counter() - begun) / len(scripts)
    against, each = "a bare canvas of it", here * 1000 / INVOICES
    yield Figure("an invoice, numbered to filed", each, bare * 1000, against, ratio=4, at_most=40)
    yield Figure(f"all {INVOICES:,}", here, bare * INVOICES, against, unit="s", ratio=4)
    yield Figure("printed by processes beside", beside, here, "printed here", unit="s")

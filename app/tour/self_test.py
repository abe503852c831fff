"""The self-test: this build opens an office, issues, renders, shows and prints what it saw."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.domain.invoices.invoice import InvoiceRow, State
from app.domain.shared.imports import ImportKind, Source
from app.domain.shared.paging import View
from app.services import accounting, imports, invoices
from app.services.office import Office
from app.tour.stage import Stage, hush
from app.tour.story import DAY, sample_office, ways

WINDOW = "self-test"
TABLE = "Nimi;Postitoimipaikka\nKahvila Äiti Oy;Tampere\n".encode("cp1252")


def run(out: Path) -> int:
    """Do it all in a fresh folder, keep a photograph and a PDF in ``out``; 0 means it works."""
    out.mkdir(parents=True, exist_ok=True)
    hush()
    with tempfile.TemporaryDirectory() as folder:
        path = sample_office(Path(folder), "FI")
        stage = Stage(ways(Path(folder)), out, "en")
        stage.raise_curtain(path)
        office = stage.office
        paper = out / f"{WINDOW}.pdf"
        issued = _issue(office, paper)
        stage.settle()
        picture = stage.photograph(WINDOW)
        rows = office.ask(imports.look, ImportKind.CONTACTS, Source(), TABLE).rows
        difference = office.ask(accounting.trial_balance, DAY).difference_minor
        stage.drop_curtain()
    print(f"read {rows} row in a process apart")  # noqa: T201  as below
    print(f"issued {issued}")  # noqa: T201  the self-test's words are its result
    print(f"trial balance difference {difference}")  # noqa: T201  as above
    print(f"wrote {paper.name} ({paper.stat().st_size} bytes) and {picture.name}")  # noqa: T201  as above
    return 0 if difference == 0 and issued and rows == 1 else 1


def _issue(office: Office, paper: Path) -> str:
    """Issue the first draft of the sample and keep its paper."""
    drafts: tuple[InvoiceRow, ...] = office.ask(invoices.first, View(only=(State.DRAFT.value,)), 1)
    invoice = office.do(invoices.issue, drafts[0].id).result
    paper.write_bytes(office.ask(invoices.pdf, invoice.id))
    return invoice.number

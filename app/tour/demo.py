"""The demo: the main job walked in the real window without a display, and what came of it."""

from __future__ import annotations

from pathlib import Path

from app.domain.invoices.invoice import InvoiceRow, State
from app.domain.shared.paging import View
from app.lang.formats import formats_in
from app.services import accounting, invoices
from app.services.office import Office
from app.tour.screens import shoot_all
from app.tour.stage import Stage, hush
from app.tour.story import DAY, sample_office, ways

LANGUAGE = "en"
CUSTOMER, ISSUED_ON, DUE_ON = "aamu", "10.3.2026", "24.3.2026"
LINES = (
    ("VAL-120", "3", "", "", "10", ""),
    ("KAH-500", "24", "", "", "", ""),
    ("LEH-12", "2", "", "", "", ""),
    ("RAHTI", "1", "", "", "", ""),
)
"""Product, quantity, unit, price, discount in per cent, VAT; what is empty comes by itself."""
DISCOUNT = "5 %"
MANY = 10_000


def run(out: Path) -> int:
    """Walk the main job and leave office folder, PDFs and photographs in ``out``.

    Raises place.Exists when an earlier demo lies there: nothing is overwritten.
    """
    out.mkdir(parents=True, exist_ok=True)
    hush()
    path = sample_office(out, "FI")
    welcome = Stage(ways(out), out / "screens", LANGUAGE)
    welcome.raise_curtain(None)
    welcome.shoot("welcome")
    welcome.drop_curtain()
    stage = Stage(ways(out), out / "screens", LANGUAGE)
    stage.raise_curtain(path)
    _walk(stage)
    shoot_all(stage)
    papers = _papers(stage.office, out / "papers")
    told = _figures(stage.office)
    stage.drop_curtain()
    _tell((f"Office   {path}", f"Papers   {len(papers)} PDF files in {out / 'papers'}"))
    pictures = len(welcome.shots) + len(stage.shots)
    _tell((f"Screens  {pictures} pictures in {stage.folder}", *told))
    return 0


def _walk(stage: Stage) -> None:
    """Write, read over and issue the invoice of journey 6, by keys alone."""
    stage.press("Ctrl+1", "Ctrl+N")
    stage.settle()
    for words in (CUSTOMER, ISSUED_ON, DUE_ON):
        stage.type(words)
        stage.settle()
        stage.press("Return")
    for cells in LINES:
        _write_line(stage, cells)
    stage.press("Return")
    stage.type(DISCOUNT)
    stage.press("Return")
    stage.settle()
    stage.shoot("invoice-written")
    before = len(_issued(stage.office))
    stage.press("Ctrl+Return")
    stage.wait(lambda: len(_issued(stage.office)) > before, "the issued invoice")
    stage.settle()
    stage.shoot("invoice-issued")
    stage.window.toast.hide()
    stage.press("Ctrl+W")


def _write_line(stage: Stage, cells: tuple[str, ...]) -> None:
    """Write one line: the product is found as it is typed, the rest comes with it."""
    for place, cell in enumerate(cells):
        stage.type(cell)
        if place == 0:
            stage.settle()
        stage.press("Return")
    stage.settle()


def _papers(office: Office, folder: Path) -> tuple[Path, ...]:
    """Write the filed PDF of every issued invoice."""
    folder.mkdir(exist_ok=True)
    written = []
    for row in _issued(office):
        paper = folder / f"{row.number}.pdf"
        paper.write_bytes(office.ask(invoices.pdf, row.id))
        written.append(paper)
    return tuple(written)


def _issued(office: Office) -> tuple[InvoiceRow, ...]:
    view = View(only=(State.ISSUED.value,), sort="number")
    return office.ask(invoices.first, view, MANY)


def _figures(office: Office) -> tuple[str, ...]:
    """Return the figures that list, paper and books must agree on, as lines to print."""
    formats = formats_in(LANGUAGE, "FI")
    rows = _issued(office)
    last = rows[-1]
    balance = office.ask(accounting.trial_balance, DAY)
    at_home = [row.gross_minor for row in rows if row.currency == balance.currency]
    total = formats.money(sum(at_home), balance.currency)
    return (
        f"Issued   {len(rows)} invoices, {len(at_home)} of them over {total}",
        f"Last     {last.number}, {formats.money(last.gross_minor, last.currency)}",
        f"Books    difference {formats.money(balance.difference_minor, balance.currency)}",
    )


def _tell(lines: tuple[str, ...]) -> None:
    for line in lines:
        print(line)  # noqa: T201  what it made is the demo's result

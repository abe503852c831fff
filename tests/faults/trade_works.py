"""Works of trade: invoices, documents, entries, orders, letters and an import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import select

from app.domain.contacts.form import ContactForm
from app.domain.correspondence.letter import OutgoingState
from app.domain.invoices.invoice import State
from app.domain.orders.order import OrderState
from app.domain.shared.ids import ContactId, InvoiceId, LetterId, OrderId, RecordId
from app.domain.shared.imports import ImportKind, Source
from app.domain.shared.paging import View
from app.services import archive, contacts, entries, imports, invoices, letters_out, orders
from app.services.office import Office
from app.storage.archive import archive_file
from app.storage.books import journal_entry
from app.storage.invoice_tables import invoice, invoice_line
from tests.customers import HEADINGS, journey_rows
from tests.faults.work import Ack, Verdict, Work, closing, created, judged_at, opened
from tests.order_desk import asked, taken, ten_of
from tests.services.letters import drafted as letter_drafted
from tests.services.letters import registered
from tests.services.test_entries import rent
from tests.trade import drafted, opened_books

MANY, TWO = 12, 2
ROWS = 60
BEFORE = "Before"


def _prepared(place: Path) -> None:
    with closing(created(place)) as office:
        opened_books(office)
        office.do(contacts.add, ContactForm("First"))


def _invoices(place: Path, many: int) -> None:
    with closing(created(place)) as office:
        opened_books(office)
        for _ in range(many):
            drafted(office)


def _issue(place: Path, ack: Ack) -> None:
    with closing(opened(place)) as office:
        for draft in list(office.ask(invoices.spine, View(only=(State.DRAFT.value,)))):
            ack(office.do(invoices.issue, InvoiceId(draft)).result.number)


def issued_in(office: Office) -> list[str]:
    """Return the numbers of the invoices of an office, each of which is whole."""
    with office.database.read() as unit:
        every = unit.connection.execute(select(invoice)).all()
        done = [one for one in every if one.state is State.ISSUED]
        sources = Counter(f"invoice:{one.id}" for one in done)
        for table in (journal_entry, archive_file):
            assert Counter(unit.connection.scalars(select(table.c.source))) == sources
        lined = set(unit.connection.scalars(select(invoice_line.c.invoice_id)))
        assert lined == {one.id for one in every}
    return _dense([str(one.number) for one in done])


def _dense(numbers: list[str]) -> list[str]:
    """Return numbers of which none is missing and none double."""
    found = sorted(numbers)
    lasts = [int(one[-4:]) for one in found]
    assert lasts == list(range(1, len(found) + 1)), found
    return found


def _file(place: Path, ack: Ack, many: int) -> None:
    with closing(opened(place)) as office:
        for number in range(many):
            content = _content(number)
            record = office.do(archive.file, f"{number}.pdf", "application/pdf", content).result
            ack(str(record.id))


def _content(number: int) -> bytes:
    return bytes([number]) * (20_000 + 7_000 * number)


def _filed(office: Office) -> list[str]:
    found = []
    for row in office.ask(archive.rows, tuple(map(RecordId, office.ask(archive.spine, View())))):
        number = int(row.name.removesuffix(".pdf"))
        assert office.ask(archive.content, row.id) == _content(number)
        found.append(str(row.id))
    return found


def _post(place: Path, ack: Ack, many: int) -> None:
    with closing(opened(place)) as office:
        for number in range(many):
            ack(office.do(entries.post, rent(office, f"{number + 1}.50")).result.number)


def _posted(office: Office) -> list[str]:
    with office.database.read() as unit:
        return _dense(list(unit.connection.scalars(select(journal_entry.c.number))))


def _orders(place: Path, many: int) -> None:
    with closing(created(place)) as office:
        opened_books(office)
        goods = ten_of(office, "S-1")
        for _ in range(many):
            taken(office, asked(goods, 1))


def _reserve(place: Path, ack: Ack) -> None:
    with closing(opened(place)) as office:
        for order_id in sorted(office.ask(orders.spine, View())):
            before = office.ask(orders.get, OrderId(order_id))
            if before.state is OrderState.DRAFT:
                ack(office.do(orders.confirm, before.id).result.number)


def _reserved(office: Office) -> list[str]:
    done, held = [], 0
    for order_id in office.ask(orders.spine, View()):
        order = office.ask(orders.get, OrderId(order_id))
        assert bool(order.number) is (order.state is not OrderState.DRAFT)
        reserved = sum(int(line.reserved) for line in order.lines)
        assert order.number or not reserved
        held += reserved
        done += [order.number] if order.number else []
    assert held == min(10, len(done))
    return _dense(done)


def _letters(place: Path, many: int) -> None:
    with closing(created(place)) as office:
        opened_books(office)
        for _ in range(many):
            letter_drafted(office, answers=registered(office).id)


def _write(place: Path, ack: Ack) -> None:
    with closing(opened(place)) as office:
        for draft in list(office.ask(letters_out.spine, View(only=(OutgoingState.DRAFT.value,)))):
            ack(office.do(letters_out.issue, LetterId(draft)).result.number)


def _written(office: Office) -> list[str]:
    with office.database.read() as unit:
        every = unit.letters_out.get_all(unit.letters_out.spine())
        for one in every:
            assert bool(one.number) is bool(one.document_id)
            if one.document_id:
                card = unit.documents.get(one.document_id)
                assert b"".join(unit.archive.read(RecordId(card.file_id))).startswith(b"%PDF")
    return _dense([one.number for one in every if one.number])


def _table(place: Path) -> None:
    _prepared(place)
    rows = [row for row in journey_rows()[:ROWS] if row.startswith("Asiakas")]
    (place / "table.csv").write_bytes("\r\n".join((HEADINGS, *rows)).encode("cp1252"))


def _import(place: Path, ack: Ack) -> None:
    with closing(opened(place)) as office:
        office.do(contacts.add, ContactForm(BEFORE))
        ack(BEFORE)
        plan = office.ask(imports.look, ImportKind.CONTACTS, Source(place / "table.csv")).plan
        ack(f"{office.do(imports.run, plan).result.run.created} rows")


def _imported(office: Office) -> list[str]:
    """Find all rows of an import or none."""
    runs = office.ask(imports.runs)
    created = sum(run.created for run in runs)
    told = [f"{run.created} rows" for run in runs]
    known = {row.name for row in office.ask(contacts.rows, _everybody(office))}
    assert sum(name.startswith("Asiakas") for name in known) == created
    return [*told, *([BEFORE] if BEFORE in known else [])]


def _everybody(office: Office) -> tuple[ContactId, ...]:
    return tuple(map(ContactId, office.ask(contacts.spine, View())))


def trade(many: int) -> tuple[Work, ...]:
    """Return the works of trade over so many invoices, files, entries, orders and letters."""
    count = "" if many == MANY else f" {many}"
    return (
        Work(f"issue{count}", partial(_invoices, many=many), _issue, _finding(issued_in)),
        Work(f"file{count}", _prepared, partial(_file, many=many), _finding(_filed)),
        Work(f"post{count}", _prepared, partial(_post, many=many), _finding(_posted)),
        Work(f"reserve{count}", partial(_orders, many=many), _reserve, _finding(_reserved)),
        Work(f"letter{count}", partial(_letters, many=many), _write, _finding(_written)),
    )


def _finding(look: Callable[[Office], list[str]]) -> Callable[[Path, list[str]], Verdict]:
    """Return what proves a place by looking at what there is in it."""
    return lambda place, acked: judged_at(place, acked, look)


IMPORT = Work("import", _table, _import, _finding(_imported))

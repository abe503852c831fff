"""Credit notes at their page: what a line takes back stays with it, and both ways are shown."""

from __future__ import annotations

import pytest

from app.domain.invoices.draft import content_of
from app.domain.invoices.invoice import Invoice, Kind
from app.services import crediting, invoices
from app.services.office import Office
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.kept import kept_texts
from app.ui.invoices.page import InvoicePage
from app.ui.kit.shell import Shell
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.invoices.conftest import Opened, Trade
from tests.ui.invoices.test_page import a_draft
from tests.windows import Settle


@pytest.fixture
def invoice(office: Office, trade: Trade) -> Invoice:
    draft = office.do(invoices.draft, a_draft(trade)).result
    return office.do(invoices.issue, draft.id).result


@pytest.fixture
def note(office: Office, invoice: Invoice) -> Invoice:
    return office.do(crediting.credit, invoice.id, (), "Broken").result


def editor_of(page: InvoicePage) -> DraftEditor:
    assert page.editor is not None
    return page.editor


def test_the_form_says_which_invoice_it_credits_and_asks_why(opened: Opened, note: Invoice) -> None:
    editor = editor_of(opened(note.id))

    assert note.origin is not None
    assert note.origin.number in editor.about.text()
    assert editor.about.isVisible()
    assert editor.tail.reason.value() == "Broken"


def test_an_invoice_asks_for_no_reason(opened: Opened) -> None:
    editor = editor_of(opened(None))

    assert not editor.about.isVisible()
    assert "reason" not in editor.tail.paths


def test_what_the_form_holds_is_the_note_that_was_drafted(opened: Opened, note: Invoice) -> None:
    editor = editor_of(opened(note.id))

    content = editor.content()

    assert content.kind is Kind.CREDIT_NOTE
    assert content.origin == note.origin
    assert [line.credits for line in content.lines] == [0]
    assert content.lines[0].quantity == content_of(note).lines[0].quantity


def test_what_is_kept_while_typing_still_knows_its_line(
    opened: Opened, note: Invoice, clerk: Clerk
) -> None:
    editor = editor_of(opened(note.id))
    clerk.press(Key.Key_L, CTRL)
    clerk.press(Key.Key_Right)
    clerk.type("1")
    editor.lines.settle()

    _fields, rows = kept_texts(editor.body())

    assert editor._kept_row(rows[0]).tie == editor.model.rows[0].tie
    assert editor.model.rows[0].tie.credits == 0


def test_a_note_cannot_be_credited_from_its_own_page(
    opened: Opened, note: Invoice, office: Office, shell: Shell
) -> None:
    office.do(invoices.issue, note.id)

    opened(note.id)

    assert not shell.book.action("invoice.credit").isEnabled()
    assert shell.book.action("invoice.copy").isEnabled()


def test_an_invoice_is_issued_anew_from_its_page(
    opened: Opened, invoice: Invoice, office: Office, shell: Shell, settle: Settle
) -> None:
    wanted: list[tuple[str, int | None]] = []
    shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))
    opened(invoice.id)

    shell.book.action("invoice.reissue").trigger()
    settle()

    ((kind, record),) = wanted
    assert kind == "invoice"
    assert record is not None


def test_nothing_is_due_by_a_credit_note(opened: Opened, note: Invoice) -> None:
    editor = editor_of(opened(note.id))

    assert not {"due_on", "terms_days", "early"} & set(editor.head.paths)


def test_that_the_reason_is_missing_is_told_once_somebody_wants_to_issue(
    opened: Opened, office: Office, invoice: Invoice, settle: Settle
) -> None:
    bare = office.do(crediting.credit, invoice.id, (), "").result
    page = opened(bare.id)
    cell = editor_of(page).tail.cell("reason")
    before = cell.note.text()

    page.finish()
    settle()

    assert before == ""
    assert cell.note.text()

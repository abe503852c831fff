"""Expense claims in the window: written, handed in, decided on, posted and paid by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.domain.expenses.expense import ExpenseClaim, ExpenseState, Paying
from app.domain.expenses.making import ClaimForm
from app.services import expenses
from app.services.office import Office
from app.services.taking import Taking
from app.ui.employees.claim_dialogs import PayDialog, RejectDialog
from app.ui.employees.claim_editor import ClaimEditor
from app.ui.employees.claim_form import ClaimFields
from app.ui.employees.claim_page import ClaimPage
from app.ui.employees.expenses import ExpensesList
from app.ui.employees.limits_page import LimitsPage
from app.ui.employees.places import EmployeePlaces
from app.ui.employees.split_dialog import SplitDialog
from app.ui.employees.trip_dialog import TripDialog
from app.ui.kit.pick_dialog import PickDialog
from app.ui.kit.shell import Shell
from tests.claiming import submitted, the_journey
from tests.windows import Settle

Show = Callable[[QWidget], QWidget]


@dataclass(frozen=True, slots=True)
class Window:
    """The pages of claims, shown as the window does."""

    qtbot: QtBot
    shell: Shell
    show: Show
    settle: Settle

    def claims(self) -> ExpensesList:
        """Show the list of claims."""
        places = self.show(EmployeePlaces(self.shell))
        assert isinstance(places, EmployeePlaces)
        places.show_section("expenses")
        found = places.page("expenses")
        assert isinstance(found, ExpensesList)
        self.settle()
        self.shell.book.enter((found,))
        self.wait(lambda: found.seen is not None)
        return found

    def editor(self, record: int | None = None) -> tuple[ClaimEditor, ClaimFields]:
        """Show the form of a claim, or of a new one."""
        page = self.show(ClaimEditor(self.shell, record))
        assert isinstance(page, ClaimEditor)
        self.settle()
        assert page.fields is not None
        return page, page.fields

    def do(self, name: str) -> None:
        """Do something once it is allowed."""
        action = self.shell.book.action(name)
        self.wait(action.isEnabled)
        action.trigger()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(until, timeout=20_000)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, show: Show, settle: Settle) -> Window:
    return Window(qtbot, shell, show, settle)


@pytest.fixture
def claim(office: Office, maija: Employee) -> ExpenseClaim:
    return submitted(office, the_journey(office, maija.id))


def state(office: Office, claim: ExpenseClaim) -> ExpenseState:
    return office.ask(expenses.get, claim.id).state


def type_in(fields: ClaimFields, place: int, name: str, text: str) -> None:
    """Type into a field of a line."""
    editor = fields.lines.editor(place, name)
    editor.setText(text)
    editor.edited.emit()


def choose(fields: ClaimFields, place: int, what: str) -> None:
    """Choose what an expense is."""
    editor = fields.lines.editor(place, "what")
    editor.put(what)
    editor.edited.emit()


def test_a_claim_goes_its_way_by_its_verbs(
    window: Window, office: Office, claim: ExpenseClaim
) -> None:
    page = window.claims()
    assert page.card.title.text() == "Maija Salonen"
    window.wait(lambda: "212 km × 0.55" in page.card.lines.text())

    for name in ("claim.approve", "claim.post", "claim.pay"):
        window.do(name)
    (dialog,) = page.findChildren(PayDialog)
    dialog.send(window.shell.today())

    window.wait(lambda: state(office, claim) is ExpenseState.PAID)


def test_a_claim_is_rejected_with_a_reason_and_mended(
    window: Window, office: Office, claim: ExpenseClaim
) -> None:
    page = window.claims()
    window.do("claim.reject")
    (dialog,) = page.findChildren(RejectDialog)
    dialog.send()
    assert "reason" in dialog.wrong.text()
    dialog.reason.put("Whose car?")
    dialog.send()
    window.wait(lambda: state(office, claim) is ExpenseState.REJECTED)
    window.wait(lambda: "Whose car?" in page.card.answer.text())

    with window.qtbot.waitSignal(window.shell.wanted) as opened:
        window.do("claim.mend")

    assert opened.args == ["expense-claim-form", claim.id]
    assert state(office, claim) is ExpenseState.DRAFT


def test_the_list_is_exported(
    window: Window, claim: ExpenseClaim, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "claims.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    window.claims()

    window.do("claim.export")

    window.wait(lambda: target.exists() and "116" in target.read_text("utf-8-sig"))


def test_an_expense_tells_what_it_comes_to_while_it_is_written(
    window: Window, office: Office, maija: Employee
) -> None:
    page, fields = window.editor()
    fields.person.put(maija.id)
    fields.purpose.put("Visit")
    type_in(fields, 0, "text", "Lunch")
    type_in(fields, 0, "amount", "23.40")

    told = fields.cell(fields.lines.path(0, "text")).note
    window.wait(lambda: "20.62 + VAT 13.5% 2.78" in told.text())
    window.do("claim.line")
    choose(fields, 1, "tariff:car")
    type_in(fields, 1, "text", "Turku")
    type_in(fields, 1, "amount", "212")
    assert not fields.lines.editor(1, "vat").isVisible()
    assert fields.lines.editor(1, "price").placeholderText() == "0.55"
    window.wait(lambda: "140.00" in page.hint.text())
    page.save()

    window.wait(lambda: bool(office.ask(expenses.counts)["draft"]))


def test_another_currency_asks_for_its_rate_and_no_vat(window: Window, maija: Employee) -> None:
    page, fields = window.editor()
    type_in(fields, 0, "text", "Taxi")
    type_in(fields, 0, "amount", "100")
    type_in(fields, 0, "currency", "sek")
    assert fields.lines.editor(0, "price").isVisible()
    assert not fields.lines.editor(0, "vat").isVisible()

    type_in(fields, 0, "price", "0.09")

    window.wait(lambda: "9.00" in page.hint.text())


def test_a_draft_is_handed_in_from_its_form(
    window: Window, office: Office, maija: Employee
) -> None:
    draft = office.do(expenses.draft, the_journey(office, maija.id)).result
    window.editor(draft.id)

    window.do("hours.submit")

    window.wait(lambda: state(office, draft) is ExpenseState.SUBMITTED)


def test_what_is_missing_is_told_at_its_field(window: Window, maija: Employee) -> None:
    page, fields = window.editor()

    page.save()

    window.wait(lambda: bool(fields.purpose.toolTip()))
    assert fields.lines.editor(0, "text").toolTip()


def test_an_expense_is_taken_out(window: Window, office: Office, maija: Employee) -> None:
    draft = office.do(expenses.draft, the_journey(office, maija.id)).result
    _page, fields = window.editor(draft.id)
    fields.lines.editor(1, "text").setFocus()

    window.do("claim.drop")

    assert [one.text for one in fields.value().lines] == ["Helsinki-Turku", "Parking"]


def test_a_dropped_receipt_stands_in_its_line_and_is_shown(
    window: Window, maija: Employee, tmp_path: Path
) -> None:
    picture = tmp_path / "receipt.png"
    image = QImage(60, 90, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    image.save(str(picture))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(picture))])
    page, fields = window.editor()

    page.intake.take(dropped)

    edit = fields.lines.editor(0, "document_id")
    window.wait(lambda: edit.value() is not None)
    window.wait(lambda: bool(page.receipt.page.pdf))
    assert edit.text() == "Here"


def test_a_receipt_waits_in_the_inbox(window: Window, office: Office, maija: Employee) -> None:
    (scan,) = Taking(office).content("scan.txt", "text/plain", b"P-Louhi 12.00").received
    page, fields = window.editor()
    window.do("claim.inbox")
    window.wait(lambda: bool(page.findChildren(PickDialog)))
    (dialog,) = page.findChildren(PickDialog)

    dialog._take()

    assert fields.lines.editor(0, "document_id").value() == scan.document_id


def test_a_receipt_is_split_by_its_rates(window: Window, office: Office, maija: Employee) -> None:
    form = the_journey(office, maija.id)
    hotel = ClaimForm(maija.id, "Hotel", form.lines[1:2])
    draft = office.do(expenses.draft, hotel).result
    page, fields = window.editor(draft.id)
    window.do("claim.split")
    (dialog,) = page.findChildren(SplitDialog)
    dialog.parts["reduced"].setText("13.40")
    dialog._take()
    assert dialog.left.text().startswith("✕")
    dialog.parts["standard"].setText("10")

    dialog._take()

    found = {one.vat: one.amount for one in fields.value().lines}
    assert found == {"standard": Decimal(10), "reduced": Decimal("13.4")}


def test_a_trip_becomes_lines(window: Window, maija: Employee) -> None:
    page, fields = window.editor()
    window.do("claim.trip")
    (dialog,) = page.findChildren(TripDialog)
    for field, text in (
        (dialog.text, "Oulu"),
        (dialog.left_on, "2.3.2026"),
        (dialog.left_at, "7"),
        (dialog.back_on, "4.3.2026"),
        (dialog.back_at, "10.30"),
    ):
        field.setText(text)
        field.edited.emit()
    window.wait(lambda: "54" in dialog.told.text())

    dialog._take()

    found = fields.value().lines
    assert [(one.tariff, str(one.quantity)) for one in found] == [("full", "2"), ("part", "1")]
    assert found[0].text.startswith("Oulu, ")


def test_the_page_of_a_claim_shows_it_and_approves_it(
    window: Window, office: Office, claim: ExpenseClaim
) -> None:
    page = window.show(ClaimPage(window.shell, claim.id))
    assert isinstance(page, ClaimPage)
    window.wait(lambda: page.bar.title.text() == claim.number)
    window.wait(lambda: bool(page.page.pdf))

    window.do("claim.approve")

    window.wait(lambda: state(office, claim) is ExpenseState.APPROVED)
    window.wait(lambda: page.state.text() == "Approved")


def test_a_claim_with_the_payroll_is_not_paid_from_the_bank(
    window: Window, office: Office, maija: Employee
) -> None:
    form = replace(the_journey(office, maija.id), paying=Paying.PAYROLL)
    claim = submitted(office, form)
    done = office.do(expenses.approve, claim.id, claim.version).result
    office.do(expenses.post, done.id)

    window.claims()

    assert not window.shell.book.action("claim.pay").isEnabled()


def test_a_limit_is_written(window: Window, maija: Employee) -> None:
    places = window.show(EmployeePlaces(window.shell))
    assert isinstance(places, EmployeePlaces)
    places.show_section("limits")
    page = places.page("limits")
    assert isinstance(page, LimitsPage)
    window.settle()
    page.begin_new()
    page.name.put("Lunch")
    page.most.setText("20")

    page.save()

    window.wait(lambda: page.list.count() == 1)
    assert "Lunch" in page.list.item(0).text()

"""Two people change one thing in a dialog or a page of settings: both versions are shown."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.domain.admin.users import SecondPair
from app.domain.archive.rules import Then, When
from app.domain.correspondence.notes import FollowUpForm
from app.domain.employees.applicants import ApplicantForm, Candidate
from app.domain.employees.belongings import Equipment, Qualification
from app.domain.employees.employee import PersonName
from app.domain.shared.ids import (
    ContactId,
    EmployeeId,
    EquipmentId,
    ProductId,
    QualificationId,
)
from app.domain.shared.merging import Fate
from app.domain.shared.money import Money
from app.services import (
    applicants,
    belongings,
    disposing,
    filing_rules,
    follow_ups,
    kinds,
    notes,
    pay_components,
    pay_items,
    second_pairs,
    serials,
    stock_items,
    stock_rules,
    vat_answers,
    welcome,
)
from app.services.filing_rules import RuleForm
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.admin.company import CompanyForm
from app.ui.admin.second_pairs_dialog import AMOUNT, SecondPairsDialog
from app.ui.archive.binder_dialog import BinderDialog
from app.ui.archive.disposal_rules import DisposalRulesDialog
from app.ui.archive.naming import Naming
from app.ui.archive.rule_dialog import RuleDialog, RuleFields
from app.ui.contacts.vat_dialog import VatAnswerDialog
from app.ui.correspondence.note_page import NotePage
from app.ui.correspondence.stationery_page import StationeryPage
from app.ui.employees.applicant_dialogs import ApplicantDialog
from app.ui.employees.belonging_dialogs import EquipmentDialog, QualificationDialog
from app.ui.employees.pay_item_dialog import ItemOffer, PayItemDialog
from app.ui.kit.bring_up import ask_other_day
from app.ui.kit.lane import Lanes
from app.ui.kit.shell import Shell
from app.ui.products.stock_dialog import StockDialog
from app.ui.stock.rules_dialog import RulesDialog
from tests.databases import SAMPLE_DAY, Samples
from tests.pairs import ask_for, join
from tests.ui.two_desks import choose_mine, desk_of, shown_dialog

Settle = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Written:
    """What is shown, the field in which both write, and what sends it."""

    widget: Any
    field: Any
    send: Callable[[], object]


Opens = Callable[[Shell, QWidget], Written]
WORDS = ("theirs1", "mine1")
NUMBERS = (Decimal(41), Decimal(43))


@pytest.fixture
def office(tmp_path: Path, samples: Samples, offices: list[Office]) -> Office:
    path = tmp_path / "Sample.backdesk"
    shutil.copytree(samples("FI"), path)
    offices.append(welcome.open_office(path, SAMPLE_DAY, Actor("Anna")))
    return offices[-1]


def first(office: Office, sql: str) -> int:
    with office.database.read() as unit:
        found = unit.connection.execute(text(sql)).scalar()
    assert isinstance(found, int), sql
    return found


def company(shell: Shell, parent: QWidget) -> Written:
    form = CompanyForm(shell, parent)
    return Written(form, lambda: form.cell("website").editor, form.save)


def disposal_rules(shell: Shell, parent: QWidget) -> Written:
    dialog = DisposalRulesDialog(parent, shell, shell.client.office.ask(disposing.rules))
    return Written(dialog, lambda: dialog.fields.days, dialog.save)


def binder(shell: Shell, parent: QWidget) -> Written:
    office = shell.client.office
    found = office.ask(serials.binders)
    one = found[0] if found else office.do(serials.add_binder, "Cars", 9001, 9100, "").result
    dialog = BinderDialog(parent, shell, one, 0)
    return Written(dialog, lambda: dialog.fields.name, dialog.save)


def pay_item(shell: Shell, parent: QWidget) -> Written:
    office = shell.client.office
    person = EmployeeId(first(office, "SELECT employee_id FROM pay_item ORDER BY id"))
    pay = office.ask(pay_items.of_person, person)
    offer = ItemOffer(office.ask(pay_components.components), pay.currency)
    dialog = PayItemDialog(shell, parent, offer, pay.items[0])
    return Written(dialog, lambda: dialog.text, dialog.keep)


def applicant(shell: Shell, parent: QWidget) -> Written:
    office = shell.client.office
    form = ApplicantForm(Candidate(PersonName("Olli", "Oja")), "Clerk", office.clock.today())
    found = [one for one in office.ask(applicants.all_applicants) if one.position == "Clerk"]
    one = found[0] if found else office.do(applicants.add, form).result
    dialog = ApplicantDialog(shell, parent, one)
    return Written(dialog, lambda: dialog.source, dialog.send)


def pairs(shell: Shell, parent: QWidget) -> Written:
    office = shell.client.office
    if not office.ask(second_pairs.rules):
        join(office.database)
        ask_for(office, SecondPair.AMOUNT, least=Money(100_00, "EUR"))
    dialog = SecondPairsDialog(shell, parent, office.ask(second_pairs.rules))
    return Written(dialog, lambda: dialog.form.cell(AMOUNT).editor, dialog.send)


def paper(shell: Shell, _parent: QWidget) -> Written:
    page = StationeryPage(shell)
    return Written(page, lambda: page.fields.top_mm, page.keep)


def stock(shell: Shell, parent: QWidget) -> Written:
    office = shell.client.office
    product = ProductId(first(office, "SELECT product_id FROM stock_item ORDER BY product_id"))
    dialog = StockDialog(shell, parent, office.ask(stock_items.opened, product))
    return Written(dialog, lambda: dialog.fields.supplier_code, dialog.keep)


def counting(shell: Shell, parent: QWidget) -> Written:
    dialog = RulesDialog(shell, parent, shell.client.office.ask(stock_rules.get))
    return Written(dialog, lambda: dialog.edits["a_days"], dialog.keep)


def vat(shell: Shell, parent: QWidget) -> Written:
    office = shell.client.office
    ids = "SELECT contact_id FROM contact_identifier WHERE scheme LIKE '%vat%' ORDER BY contact_id"
    proven = office.ask(vat_answers.proven, ContactId(first(office, ids)))
    dialog = VatAnswerDialog(parent, shell, proven)
    return Written(dialog, lambda: dialog.name, dialog.keep)


def rule(shell: Shell, parent: QWidget) -> Written:
    office = shell.client.office
    form = RuleForm("Power", When(words=("power",)), Then(note="bill"))
    found = [one for one in office.ask(filing_rules.rules) if one.name == "Power"]
    one = found[0] if found else office.do(filing_rules.add_rule, form).result
    naming = Naming()
    naming.learn(office.ask(kinds.sorting))
    dialog = RuleDialog(shell, parent, RuleFields(shell, naming, "EUR"))
    dialog.change(one)
    return Written(dialog, lambda: dialog.fields.note, dialog.save)


def a_person(office: Office) -> EmployeeId:
    return EmployeeId(first(office, "SELECT id FROM employee ORDER BY id"))


def qualification(shell: Shell, parent: QWidget) -> Written:
    office, person = shell.client.office, a_person(shell.client.office)
    new = Qualification(QualificationId(0), 1, person, "Forklift")
    held = [one for one in office.ask(belongings.of, person).qualifications if one.name == new.name]
    one = held[0] if held else office.do(belongings.qualify, new).result
    dialog = QualificationDialog(shell, parent, person, one)
    return Written(dialog, lambda: dialog.issuer, dialog._take)


def equipment(shell: Shell, parent: QWidget) -> Written:
    office, person = shell.client.office, a_person(shell.client.office)
    new = Equipment(EquipmentId(0), 1, person, "Laptop")
    held = [one for one in office.ask(belongings.of, person).equipment if one.name == new.name]
    one = held[0] if held else office.do(belongings.equip, new).result
    dialog = EquipmentDialog(shell, parent, person, one)
    return Written(dialog, lambda: dialog.serial, dialog._take)


def a_source(office: Office) -> str:
    contact = first(office, "SELECT id FROM contact ORDER BY id")
    return f"contact:{contact}"


def follow_up(shell: Shell, parent: QWidget) -> Written:
    office = shell.client.office
    source = a_source(office)
    found = office.ask(follow_ups.of, source)
    form = FollowUpForm(office.clock.today(), "", "ask")
    one = found[0] if found else office.do(follow_ups.add, source, form).result
    dialog = ask_other_day(parent, shell, one, "Ask")
    return Written(dialog, lambda: dialog.text, dialog.accept)


def note(shell: Shell, _parent: QWidget) -> Written:
    office = shell.client.office
    source = a_source(office)
    found = office.ask(notes.of, source)
    one = found[0] if found else office.do(notes.add, source, "rang").result
    page = NotePage(shell, one.id)
    return Written(page, lambda: page.words, page.save)


def show(qtbot: QtBot, widget: QWidget) -> None:
    if widget.parentWidget() is None:
        qtbot.addWidget(widget)
    widget.show()


def close(widget: QWidget) -> None:
    """Take away what was opened only so that what it shows is there."""
    widget.hide()
    widget.deleteLater()


DIALOGS: dict[str, tuple[Opens, tuple[Any, Any]]] = {
    "company": (company, WORDS),
    "disposal rules": (disposal_rules, NUMBERS),
    "binder": (binder, WORDS),
    "pay item": (pay_item, WORDS),
    "applicant": (applicant, WORDS),
    "second pairs": (pairs, NUMBERS[::-1]),
    "stationery": (paper, NUMBERS),
    "stock": (stock, WORDS),
    "rules of counting": (counting, NUMBERS),
    "vat answer": (vat, WORDS),
    "filing rule": (rule, WORDS),
    "qualification": (qualification, WORDS),
    "equipment": (equipment, WORDS),
    "follow-up": (follow_up, WORDS),
    "note": (note, WORDS),
}
"""Every dialog and every page of settings that changes a whole record, and what both write."""


WAITS = frozenset({"second pairs"})
"""What another owner looks at before it is done."""


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_shows_both_versions_and_keeps_what_was_chosen(
    qtbot: QtBot, lanes: Lanes, office: Office, settle: Settle, name: str
) -> None:
    opens, values = DIALOGS[name]
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    anna, bert = desk_of(office, lanes, "Anna"), desk_of(office, lanes, "Bert")
    close(opens(bert, window).widget)
    settle()
    theirs, mine = (opens(shell, window) for shell in (bert, anna))
    for one in (theirs, mine):
        show(qtbot, one.widget)
    settle()
    for one, value in zip((theirs, mine), values, strict=True):
        one.field().put(value)
        one.field().edited.emit()
        one.send()
        settle()

    dialog = shown_dialog(qtbot, mine.widget)
    (clash,) = (row for row in dialog.rows if row.fate is Fate.CLASH)
    title = dialog.windowTitle()
    choose_mine(dialog)
    settle()

    told = zip((clash.theirs, clash.mine), values, strict=True)
    assert all(shown.startswith(str(value)) for shown, value in told)
    assert "Bert" in title
    if name in WAITS:
        return
    again = opens(desk_of(office, lanes, "Carl"), window)
    show(qtbot, again.widget)
    settle()
    assert again.field().value() == values[1]

"""The form of a filing rule: tried out before it is kept, and nothing of a rule gets lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.kinds import Stage
from app.domain.archive.record import Record
from app.domain.archive.rules import FilingRule, Then, When
from app.domain.contacts.form import ContactForm
from app.services import contacts, filing_rules, kinds
from app.services.filing_rules import RuleForm
from app.services.kinds import TypeForm
from app.services.office import Office
from app.ui.archive.rules_page import RulesPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.archive.conftest import type_of


def a_rule(office: Office, name: str, **when: object) -> FilingRule:
    form = RuleForm(name, When(title="note*", **when), Then(binder="A1"))  # type: ignore[arg-type]  # parts by name
    return office.do(filing_rules.add_rule, form).result


def names(office: Office) -> list[str]:
    return [one.name for one in office.ask(filing_rules.rules)]


@pytest.fixture
def page(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell, office: Office
) -> RulesPage:
    sender = office.do(contacts.add, ContactForm(name="Aallon Energia Oy")).result.id
    a_rule(office, "First")
    a_rule(office, "Second", correspondent_id=sender, type_id=type_of(office, "bill"))
    space.go("archive")
    shell.open("rules", 0)
    page = space.page
    assert isinstance(page, RulesPage)
    qtbot.waitUntil(lambda: page.table.chosen_id() is not None)
    return page


def test_a_rule_is_written_tried_out_and_kept(
    qtbot: QtBot, page: RulesPage, office: Office
) -> None:
    dialog = page.add()
    assert dialog is not None
    dialog.save()
    qtbot.waitUntil(lambda: dialog.fields.cell("name").note.isVisibleTo(dialog))
    dialog.fields.name.put("Notes")
    dialog.fields.title.put("note.txt")
    dialog.fields.note.put("Read me")

    dialog.try_out()
    qtbot.waitUntil(lambda: dialog.told.text().startswith("It would touch 1 document."))
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()

    assert names(office) == ["First", "Second", "Notes"]
    rule = office.ask(filing_rules.rules)[-1]
    assert (rule.when, rule.then) == (When(title="note.txt"), Then(note="Read me"))


def test_a_rule_is_changed_and_keeps_what_the_form_does_not_show(
    qtbot: QtBot, page: RulesPage, office: Office
) -> None:
    rule = office.ask(filing_rules.rules)[1]
    dialog = page.add()
    assert dialog is not None
    dialog.change(rule)
    qtbot.waitUntil(lambda: dialog.fields.whose.value() is not None)

    dialog.fields.name.put("Power")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()

    changed = office.ask(filing_rules.rules)[1]
    assert (changed.name, changed.when, changed.then) == ("Power", rule.when, rule.then)


def test_a_rule_sets_a_stage_of_its_type(
    qtbot: QtBot, page: RulesPage, office: Office, shell: Shell
) -> None:
    law = office.ask(kinds.retention).classes[0].code
    stages = (Stage("new", {"en": "New"}), Stage("paid", {"en": "Paid"}))
    kind = office.do(kinds.add_type, TypeForm("order", {"en": "Order"}, law, stages=stages)).result
    shell.client.changed.emit(frozenset({"document_type"}))
    qtbot.waitUntil(lambda: kind.id in page.naming.types)
    dialog = page.add()
    assert dialog is not None
    fields = dialog.fields
    assert not fields.cell("then.stage").isVisibleTo(dialog)
    fields.name.put("Orders")
    fields.title.put("order*")
    fields.new_type.put(kind.id)
    fields.new_type.edited.emit()
    assert fields.cell("then.stage").isVisibleTo(dialog)
    fields.stage.put("paid")

    with qtbot.waitSignal(dialog.accepted):
        dialog.save()

    rule = office.ask(filing_rules.rules)[-1]
    assert rule.then == Then(type_id=kind.id, stage="paid")
    again = page.add()
    assert again is not None
    again.change(rule)
    assert again.fields.value().then == rule.then

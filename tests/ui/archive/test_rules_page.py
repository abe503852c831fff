"""Filing rules in the window: listed in words, moved, switched off, applied and removed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.archive.rules import FilingRule, Then, When
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import DocumentId
from app.services import contacts, documents, filing_rules
from app.services.filing_rules import RuleForm
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


def test_a_line_says_when_and_then_in_words(page: RulesPage) -> None:
    assert page.ruling is not None
    second = page.table.row_of(page.ruling.rules[1].id)

    assert second is not None
    assert (second.when, second.then) == ("Aallon Energia Oy · Bill · note*", "A1")


def test_keys_move_switch_apply_and_remove_a_rule(
    qtbot: QtBot, page: RulesPage, shell: Shell, office: Office, filed: dict[str, Record]
) -> None:
    shell.book.action("rule.run").trigger()
    one = DocumentId(filed["note.txt"].id)
    qtbot.waitUntil(lambda: office.ask(documents.get, one).binder == "A1")

    shell.book.action("rule.down").trigger()
    qtbot.waitUntil(lambda: names(office) == ["Second", "First"])
    qtbot.waitUntil(lambda: page.ruling is not None and page.ruling.rules[1].name == "First")
    shell.book.action("rule.switch").trigger()
    qtbot.waitUntil(lambda: not office.ask(filing_rules.rules)[1].is_active)
    qtbot.waitUntil(lambda: page.ruling is not None and not page.ruling.rules[1].is_active)
    shell.book.action("rule.remove").trigger()
    qtbot.waitUntil(lambda: names(office) == ["Second"])

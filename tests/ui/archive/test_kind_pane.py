from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.services import kinds
from app.services.office import Office
from app.ui.archive.arrange import TypeFields, TypesPane
from app.ui.archive.kind_pane import KindPane
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.ui.keys import type_in


def a_pane(qtbot: QtBot, shell: Shell) -> KindPane:
    pane = TypesPane(shell, Strip((("types", "Types"),), "types"))
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: pane.form is not None)
    return pane


def test_news_do_not_take_away_what_is_being_typed(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    pane = a_pane(qtbot, shell)
    assert isinstance(pane.form, TypeFields)
    form = pane.form
    type_in(form.names["en"], "X")

    office.do(kinds.add_field, "rent", {"en": "Rent"})
    shell.client.changed.emit(frozenset({"custom_field"}))
    qtbot.waitUntil(lambda: not shell.client.lanes.questions.is_busy)

    assert pane.form is form


def test_what_is_wrong_without_a_field_is_said_in_passing(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    pane = a_pane(qtbot, shell)
    pane.new_button.click()
    assert isinstance(pane.form, TypeFields)
    refused: list[object] = []
    shell.refused.connect(refused.append)
    type_in(pane.form.names["en"], "Bill")

    pane.save()

    qtbot.waitUntil(lambda: bool(refused))
    assert pane.form.is_dirty

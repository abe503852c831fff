"""People and contracts are written in forms; what is private is sealed while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.domain.employees.private import tidied_private
from app.domain.shared.paging import View
from app.services import contracts, drafts, employees
from app.services.office import Office
from app.ui.employees.contract_editor import ContractEditor
from app.ui.employees.editor import EmployeeEditor
from app.ui.employees.private_editor import PrivateEditor
from app.ui.kit.shell import Shell
from tests.builders import TODAY
from tests.employing import CLERK, IDENTITY, PRIVATE, SALARY, as_role

Show = Callable[[Any], Any]


def begun(qtbot: QtBot, editor: Any) -> Any:
    """Wait until a form is here."""
    qtbot.waitUntil(lambda: editor.fields is not None)
    return editor.fields


def test_a_new_person_is_written_and_the_file_opens(
    qtbot: QtBot, shell: Shell, office: Office, show: Show
) -> None:
    editor: EmployeeEditor = show(EmployeeEditor(shell))
    fields = begun(qtbot, editor)
    wanted: list[str] = []
    shell.wanted.connect(lambda kind, _record: wanted.append(kind))
    editor.save()
    assert "✕" in fields.cell("profile.name.family").note.text()
    fields.given.put("Boon")
    fields.position.put("Cook")
    with qtbot.waitSignal(editor.finished):
        editor.save()

    (row,) = office.ask(employees.first, View(), 5)
    assert (row.name, row.position, row.starts_on) == ("Boon", "Cook", TODAY)
    assert wanted == ["employee"]


def test_a_change_is_saved_and_undone(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    editor: EmployeeEditor = show(EmployeeEditor(shell, maija.id))
    fields = begun(qtbot, editor)
    fields.position.put("Head")
    fields.reason.put("promoted")
    with qtbot.waitSignal(editor.finished):
        editor.save()
    assert office.ask(employees.seen, maija.id).record.profile.position == "Head"
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    shell.history.undo()

    qtbot.waitUntil(
        lambda: office.ask(employees.seen, maija.id).record.profile.position == "Accountant"
    )


def test_what_is_private_is_written_and_its_draft_is_sealed(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    editor: PrivateEditor = show(PrivateEditor(shell, maija.id))
    fields = begun(qtbot, editor)
    fields.phone.put("+358 40 4711230")
    editor._rest()
    qtbot.waitUntil(lambda: bool(office.ask(drafts.all_kept)))

    with office.database.read() as unit:
        lying = str(unit.connection.exec_driver_sql("SELECT * FROM form_draft").all())
    assert "4711230" not in lying and IDENTITY not in lying
    clerk = as_role(office, CLERK)
    assert clerk.ask(drafts.all_kept) == ()
    assert clerk.ask(drafts.kept, "employee-private", maija.id) is None

    with qtbot.waitSignal(editor.finished):
        editor.save()
    assert office.do(employees.show_private, maija.id).result.phone == "+358 40 4711230"
    assert office.ask(drafts.all_kept) == ()


def test_a_wrong_identity_number_is_told_without_it(
    qtbot: QtBot, shell: Shell, maija: Employee, show: Show
) -> None:
    editor: PrivateEditor = show(PrivateEditor(shell, maija.id))
    fields = begun(qtbot, editor)
    assert tidied_private(fields.value()) == PRIVATE
    fields.identity.put("131052-308U")
    editor.save()

    told = fields.cell("identity_number").note.text()
    assert "identity number" in told and "308U" not in told


def test_a_contract_is_drafted_and_changed_in_its_form(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    editor: ContractEditor = show(ContractEditor(shell, None, maija.id))
    fields = begun(qtbot, editor)
    fields.hours.put(None)
    fields.amount.put(None)
    with qtbot.waitSignal(editor.finished):
        editor.save()
    draft = office.ask(contracts.of, maija.id)[-1]

    again: ContractEditor = show(ContractEditor(shell, draft.id))
    fields = begun(qtbot, again)
    fields.amount.put(SALARY.amount.amount)
    with qtbot.waitSignal(again.finished):
        again.save()
    pay = office.do(contracts.show_pay, draft.id).result
    assert pay is not None and str(pay.amount.amount) == "4711.23"

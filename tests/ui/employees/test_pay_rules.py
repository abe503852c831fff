"""Components and rates in the window: listed with their use, checked while typed, tried out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee, Private
from app.services import employees, pay_components, pay_rules
from app.services.office import Office
from app.ui.employees.component_editor import ComponentEditor
from app.ui.employees.pay_components_page import ComponentsPage, EndComponentDialog
from app.ui.employees.pay_rates_page import RatesOfPayPage
from app.ui.employees.places import EmployeePlaces
from app.ui.employees.rate_editor import RateEditor
from app.ui.kit.shell import Shell
from tests.payrolls import a_component

Show = Callable[[Any], Any]
CANTEEN = a_component("canteen", "12.50", valid_from=date(2026, 1, 1), rank=60)


def place(shell: Shell, show: Show, name: str) -> Any:
    places: EmployeePlaces = show(EmployeePlaces(shell))
    places.show_section(name)
    shell.book.enter((places.page(name), places))
    return places.page(name)


def listed(office: Office, code: str) -> int:
    return next(one.id for one in office.ask(pay_rules.components) if one.component.code == code)


def test_components_are_listed_with_where_they_are_used(
    qtbot: QtBot, shell: Shell, office: Office, show: Show
) -> None:
    office.do(pay_components.add, CANTEEN)
    page: ComponentsPage = place(shell, show, "pay-components")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() > 10)
    assert not shell.book.action("pay-component.end").isEnabled()

    page.table.choose(listed(office, "salary"))
    qtbot.waitUntil(lambda: any("Withholding tax" in one for one in page.facts.grid.texts()))
    page.table.choose(listed(office, "canteen"))
    qtbot.waitUntil(lambda: "12.50" in page.facts.grid.texts())

    shell.book.action("pay-component.end").trigger()
    dialog = page.findChild(EndComponentDialog)
    assert dialog is not None
    dialog.send(date(2026, 12, 31))
    qtbot.waitUntil(lambda: not shell.book.action("pay-component.end").isEnabled())
    with qtbot.waitSignal(shell.wanted) as wanted:
        shell.book.action("pay-component.change").trigger()
    assert wanted.args == ["pay-component", listed(office, "canteen")]


def test_a_formula_is_checked_at_every_letter_and_its_place_is_underlined(
    qtbot: QtBot, shell: Shell, office: Office, show: Show
) -> None:
    editor: ComponentEditor = show(ComponentEditor(shell, listed(office, "salary")))
    qtbot.waitUntil(lambda: editor.fields is not None)
    fields = editor.fields
    assert fields is not None
    note = fields.cell("formula").note

    fields.formula.setPlainText("first = pay;\nfirst * nonsense")
    assert "nonsense" in note.text()
    assert fields.formula.wrong_at == (21, 29)
    fields.formula.setPlainText("pay *")
    assert "not finished" in note.text()
    fields.formula.setPlainText("taxable + 1")
    assert "circle" in note.text()
    fields.insert.put('rate("fi.without-card")')
    fields.formula.setPlainText("")
    fields.insert.edited.emit()
    assert fields.formula.value() == 'rate("fi.without-card")'
    assert fields.formula.wrong_at is None
    assert not note.isVisible()


def test_a_component_is_tried_on_somebody_and_kept_from_its_day(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    born = Private(born_on=date(1990, 6, 15))
    office.do(employees.keep_private, maija.id, maija.version, born)
    editor: ComponentEditor = show(ComponentEditor(shell, listed(office, "bonus")))
    qtbot.waitUntil(lambda: editor.trial is not None)
    fields, trial = editor.fields, editor.trial
    assert fields is not None
    assert trial is not None
    assert "Choose somebody" in trial.told.text()
    trial.person.put(maija.id)
    trial.amount.put(Decimal(100))
    trial.ask()
    qtbot.waitUntil(lambda: "Gives €100.00" in trial.told.text())
    fields.formula.setPlainText("amount * 2")
    editor._think()
    qtbot.waitUntil(lambda: "Gives €200.00" in trial.told.text())
    assert trial.reasons.rows.rowCount() > 1
    trial.day.put(date(2020, 1, 1))
    trial.ask()
    qtbot.waitUntil(lambda: trial.told.text().startswith("✕"))

    fields.since.put(date(2026, 4, 1))
    with qtbot.waitSignal(editor.finished):
        editor.save()

    own = [one for one in office.ask(pay_rules.components) if one.is_own]
    assert [(one.component.code, one.component.formula) for one in own] == [("bonus", "amount * 2")]
    assert own[0].component.valid_from == date(2026, 4, 1)


def test_a_new_component_needs_a_name_and_a_code(
    qtbot: QtBot, shell: Shell, office: Office, show: Show
) -> None:
    editor: ComponentEditor = show(ComponentEditor(shell))
    qtbot.waitUntil(lambda: editor.fields is not None)
    editor.save()
    fields = editor.fields
    assert fields is not None
    assert fields.cell("names.en").note.text().startswith("✕")
    assert fields.cell("code").note.text().startswith("✕")

    fields.names["en"].put("Canteen")
    fields.code.put("canteen")
    fields.codes.put("incomes_register=401, adviser = 7")
    with qtbot.waitSignal(editor.finished):
        editor.save()

    kept = office.ask(pay_rules.component, listed(office, "canteen"))
    assert kept.codes == {"incomes_register": "401", "adviser": "7"}


def test_rates_tell_what_nobody_compared_and_take_down_that_it_was(
    qtbot: QtBot, shell: Shell, office: Office, show: Show
) -> None:
    page: RatesOfPayPage = place(shell, show, "pay-rates")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() > 5)
    assert "to look at" in page.told.text()
    health = next(
        one
        for one in office.ask(pay_rules.rates)
        if one.code == "fi.health-employer" and one.first == date(2026, 1, 1)
    )
    page.table.choose(health.id)
    assert "Health insurance contribution of the employer" in page.facts.grid.texts()
    qtbot.waitUntil(lambda: any("health insurance" in one for one in page.facts.grid.texts()[-1:]))

    shell.book.action("pay-rate.compared").trigger()

    qtbot.waitUntil(
        lambda: any(
            one.table is not None and one.table.checked_on == shell.today()
            for one in office.ask(pay_rules.rates)
        )
    )


def test_the_office_writes_its_own_figure_or_scale(
    qtbot: QtBot, shell: Shell, office: Office, show: Show
) -> None:
    line = next(one for one in office.ask(pay_rules.rates) if one.code == "fi.accident")
    editor: RateEditor = show(RateEditor(shell, line.id))
    qtbot.waitUntil(lambda: editor.fields is not None)
    fields = editor.fields
    assert fields is not None
    editor.save()
    assert fields.cell("value").note.text().startswith("✕")

    fields.bands.put(
        [
            {"above": Decimal(0), "percent": Decimal("0.5")},
            {"above": Decimal(0), "percent": Decimal(1)},
        ]
    )
    editor.save()
    assert "rise" in fields.cell(fields.bands.first_of("percent")).note.text()
    fields.bands.put([{"above": Decimal(0), "percent": Decimal("0.5")}])
    fields.compared.put(value=True)
    with qtbot.waitSignal(editor.finished):
        editor.save()

    own = [one for one in office.ask(pay_components.rates) if not one.country]
    assert [(one.code, one.checked_on) for one in own] == [("fi.accident", shell.today())]
    assert [str(band.percent) for band in own[0].bands] == ["0.5"]

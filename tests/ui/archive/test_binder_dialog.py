"""A binder is written, changed, and refused at the field that is wrong."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services import serials
from app.services.office import Office
from app.ui.archive.binder_dialog import BinderDialog, BinderFields
from app.ui.kit.shell import Shell


def test_a_new_binder_is_kept_with_what_was_written(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    dialog = BinderDialog(page, shell, None, 101)
    dialog.fields.name.put("A 2")
    dialog.fields.note.put("Shelf 3")

    with qtbot.waitSignal(dialog.accepted):
        dialog.save()

    (binder,) = office.ask(serials.binders)
    assert (binder.name, binder.first, binder.last, binder.note) == ("A 2", 101, 200, "Shelf 3")


def test_a_binder_that_overlaps_is_refused_at_its_first_number(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    office.do(serials.add_binder, "A 1", 1, 100)
    page = QWidget()
    qtbot.addWidget(page)
    dialog = BinderDialog(page, shell, None, 100)
    dialog.fields.name.put("A 2")

    dialog.save()

    qtbot.waitUntil(lambda: bool(dialog.fields.first.accessibleDescription()))
    assert len(office.ask(serials.binders)) == 1


def test_a_binder_that_is_there_is_changed(qtbot: QtBot, shell: Shell, office: Office) -> None:
    before = office.do(serials.add_binder, "A 1", 1, 100).result
    page = QWidget()
    qtbot.addWidget(page)
    dialog = BinderDialog(page, shell, before, before.first)
    dialog.fields.last.put(Decimal(120))

    with qtbot.waitSignal(dialog.accepted):
        dialog.save()

    assert [one.last for one in office.ask(serials.binders)] == [120]


def test_what_is_no_number_counts_as_none(qtbot: QtBot) -> None:
    fields = BinderFields(None, 1)
    qtbot.addWidget(fields)
    fields.first.setText("many")

    assert fields.range() == (0, 100)

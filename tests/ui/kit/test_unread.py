"""A text that is no day or number is told at its field; what can be read, or is empty, is not."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from app.ui.kit.early_edit import EarlyEdit
from app.ui.kit.fields import DateEdit, MoneyEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.unread import unread


def test_each_unreadable_field_is_named_with_its_text(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    editors = {
        "day": DateEdit(lambda: date(2026, 3, 10)),
        "since": DateEdit(lambda: date(2026, 3, 10)),
        "amount": MoneyEdit("EUR"),
        "early": EarlyEdit(),
        "text": TextEdit(),
    }
    for path, editor in editors.items():
        form.add(path, path, editor)
    for path in ("day", "amount", "early", "text"):
        editors[path].setText("banana")

    found = [(one.field, one.code, one.facts["text"]) for one in unread(form)]

    assert found == [
        ("day", "forms.no-day", "banana"),
        ("amount", "forms.no-number", "banana"),
        ("early", "forms.no-early-payment", "banana"),
    ]

"""Each right with an amount has its field; what is not asked for stays."""

from __future__ import annotations

from decimal import Decimal

from pytestqt.qtbot import QtBot

from app.domain.admin.users import Limit
from app.domain.shared.money import Money
from app.services.permissions import Permission
from app.ui.admin.user_limits import LIMITED, LimitFields
from app.ui.kit.form import Form

ISSUE, PAY = Permission.INVOICES_ISSUE.value, Permission.PAYROLL_PAY.value
OTHER = Limit(Permission.ORDERS_CHANGE.value, Money(1_00, "EUR"))


def test_limits_are_shown_changed_and_the_others_stay(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    fields = LimitFields(form, (Limit(ISSUE, Money(500_00, "EUR")), OTHER), "EUR")
    assert fields.fields[ISSUE].value() == Decimal(500)

    fields.fields[ISSUE].put(None)
    fields.fields[PAY].put(Decimal(-1))

    assert fields.value() == (Limit(PAY, Money(-1_00, "EUR")), OTHER)
    assert fields.at("limits.0") == f"limits.{PAY}"
    assert fields.at("limits.7") == "limits.7"
    assert set(form.paths) == {f"limits.{right}" for right in LIMITED}

"""The fields of a user's limits: up to which amount each right may be used alone."""

from __future__ import annotations

from app.domain.admin.users import Limit
from app.domain.shared.money import money
from app.lang.texts import mark
from app.services.permissions import Permission
from app.ui.kit.fields import MoneyEdit
from app.ui.kit.form import Form
from app.ui.kit.texts import _

LIMITED = {
    Permission.INVOICES_ISSUE.value: mark("Makes invoices final up to (empty: no limit)"),
    Permission.PAYMENTS_RECORD.value: mark("Records payments up to (empty: no limit)"),
    Permission.EXPENSES_PAY.value: mark("Pays expenses up to (empty: no limit)"),
    Permission.PAYROLL_PAY.value: mark("Pays wages up to (empty: no limit)"),
}
"""The rights whose use has an amount."""


class LimitFields:
    """Asks for the limits of a user, each in the currency of the books."""

    def __init__(self, form: Form, limits: tuple[Limit, ...], currency: str) -> None:
        self._currency = currency
        self._kept = tuple(one for one in limits if one.permission not in LIMITED)
        self.fields: dict[str, MoneyEdit] = {}
        for right, title in LIMITED.items():
            field = self.fields[right] = MoneyEdit(currency)
            field.put(next((one.most.amount for one in limits if one.permission == right), None))
            form.add(f"limits.{right}", _(title), field, columns=6)

    def value(self) -> tuple[Limit, ...]:
        """Return the limits as they are written; those of other rights stay."""
        typed = ((right, field.value()) for right, field in self.fields.items())
        written = (
            Limit(right, money(most, self._currency)) for right, most in typed if most is not None
        )
        return (*written, *self._kept)

    def at(self, path: str) -> str:
        """Return where a problem of the nth limit is shown."""
        number = path.partition(".")[2]
        limits = self.value()
        if not number.isdigit() or int(number) >= len(limits):
            return path
        return f"limits.{limits[int(number)].permission}"

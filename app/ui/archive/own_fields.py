"""The office's own fields: an editor for each kind, its value as the plain text that is kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.archive.kinds import CustomField, FieldKind
from app.ui.kit.editor import Editor
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, TextEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class OwnField:
    """One field: its editor, and what stands in it as it is kept."""

    def __init__(self, field: CustomField, shell: Shell, currency: str) -> None:
        self.field = field
        self._currency = currency
        self.editor: Editor = _editor(field, shell, currency)

    def put(self, text: str) -> None:
        """Show what is kept; what does not fit is shown as nothing."""
        editor = self.editor
        if isinstance(editor, DateEdit):
            editor.put(_day(text))
        elif isinstance(editor, MoneyEdit):
            amount, _space, currency = text.partition(" ")
            editor.currency = currency or self._currency
            editor.put(_decimal(amount))
        elif isinstance(editor, NumberEdit):
            editor.put(_decimal(text))
        elif isinstance(editor, ChoiceEdit | TextEdit):
            editor.put(text)

    def text(self) -> str:
        """Return what stands in the field as it is kept; nothing while it cannot be read."""
        editor = self.editor
        if isinstance(editor, DateEdit):
            day = editor.value()
            return day.isoformat() if day else ""
        if isinstance(editor, MoneyEdit):
            amount = editor.value()
            return "" if amount is None else f"{amount} {editor.currency}"
        if isinstance(editor, NumberEdit):
            number = editor.value()
            return "" if number is None else str(number)
        return editor.value() if isinstance(editor, ChoiceEdit | TextEdit) else ""


def _editor(field: CustomField, shell: Shell, currency: str) -> Editor:
    match field.kind:
        case FieldKind.NUMBER:
            return NumberEdit()
        case FieldKind.DAY:
            return DateEdit(shell.today)
        case FieldKind.MONEY:
            return MoneyEdit(currency)
        case FieldKind.CHOICE:
            return ChoiceEdit([("", ""), *((one, one) for one in field.choices)])
        case FieldKind.YES_NO:
            return ChoiceEdit([("", ""), ("yes", _("Yes")), ("no", _("No"))])
        case FieldKind.TEXT:
            return TextEdit()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None

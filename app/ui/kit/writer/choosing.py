"""Choosing a field, or the condition of a passage, in a small dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.domain.correspondence.body import Asked, Condition
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.pick_dialog import Asking, PickDialog
from app.ui.kit.texts import _


class FieldDialog(PickDialog):
    """Finds a merge field by its words."""

    def __init__(
        self, parent: QWidget, labels: Mapping[str, str], answer: Callable[[str], object]
    ) -> None:
        asking = Asking(
            _("Insert a field"),
            _("Its place is taken by what the letter's own receiver has there."),
            "braces",
            _("Fields"),
            _("Find a field"),
        )
        super().__init__(parent, asking, labels, answer)


class ConditionDialog(Dialog):
    """Asks when a passage stands in a letter."""

    def __init__(
        self,
        parent: QWidget,
        labels: Mapping[str, str],
        now: Condition | None,
        answer: Callable[[Condition | None], object],
    ) -> None:
        text = _("The chosen lines stand in a letter only where this holds for its receiver.")
        super().__init__(parent, _("Only if"), text, "arrows-split")
        self._answer = answer
        self.field = ChoiceEdit(tuple(labels.items()))
        self.asked = ChoiceEdit(_asked())
        self.value = TextEdit()
        named = (_("Field"), self.field), (_("Condition"), self.asked), (_("Value"), self.value)
        for name, editor in named:
            self.add_labelled(name, editor)
        self.asked.currentIndexChanged.connect(self._follow)
        self._buttons(is_set=now is not None)
        self._show(now or Condition(next(iter(labels), "")))
        self.field.setFocus()

    def _buttons(self, *, is_set: bool) -> None:
        if is_set:
            self.add_button(_("Always"), self._always, primary=False).setAutoDefault(False)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Set the condition"), self._take, primary=True)

    def _show(self, when: Condition) -> None:
        self.field.put(when.field)
        self.asked.put(when.test)
        self.value.setText(when.value)
        self._follow()

    def _follow(self, _index: int = 0) -> None:
        self.value.setEnabled(self.asked.value() in {Asked.IS, Asked.IS_NOT})

    def _take(self) -> None:
        value = self.value.text().strip() if self.value.isEnabled() else ""
        self.accept()
        self._answer(Condition(self.field.value(), self.asked.value(), value))

    def _always(self) -> None:
        self.accept()
        self._answer(None)


def _asked() -> tuple[tuple[Asked, str], ...]:
    return (
        (Asked.FILLED, _("there is something")),
        (Asked.EMPTY, _("there is nothing")),
        (Asked.IS, _("is")),
        (Asked.IS_NOT, _("is not")),
    )


def ask_field(
    parent: QWidget, labels: Mapping[str, str], answer: Callable[[str], object]
) -> FieldDialog:
    """Ask which field is meant; Esc tells nothing."""
    dialog = FieldDialog(parent, labels, answer)
    dialog.open()
    return dialog


def ask_condition(
    parent: QWidget,
    labels: Mapping[str, str],
    now: Condition | None,
    answer: Callable[[Condition | None], object],
) -> ConditionDialog:
    """Ask for a condition, or take one away; Esc changes nothing."""
    dialog = ConditionDialog(parent, labels, now, answer)
    dialog.open()
    return dialog

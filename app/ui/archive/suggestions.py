"""The row of suggestions above a card: each says what it would write, and why.

    row = SuggestionRow(shell, naming)
    row.accepted.connect(self._take)       # a tuple of Suggestion; ``taking.take`` writes them
    row.ask(document_id)                   # asks anew, shows itself when there is something
    row.accept_sure()                      # what Alt+Enter does

A chip in the colour of the program is sure and accepted by the key; a plain one waits for a click.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.archive.clues.amounts import money_of
from app.domain.archive.suggesting import Because
from app.domain.shared.ids import DocumentId, DocumentTypeId
from app.domain.shared.refusals import OfficeError
from app.lang.reasons import reason
from app.lang.texts import mark, say_in
from app.services import suggesting
from app.ui.archive.naming import Naming
from app.ui.archive.words import day_text, money_text
from app.ui.kit.flow import Flow
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language
from app.ui.kit.theme import Theme, theme
from app.ui.kit.tips import plain_tip

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.suggesting import Suggestion, Suggestions

LABELS = {
    "title": mark("Title"),
    "type_id": mark("Type"),
    "correspondent_id": mark("From or to"),
    "day": mark("Day"),
    "amount": mark("Amount"),
    "reference": mark("Reference"),
    "tags": mark("Tag"),
    "due_on": mark("Next step due"),
    "binder": mark("Binder"),
    "note": mark("Note"),
}
MOST_CHIPS, _LONGEST = 14, 48


class Chip(QPushButton):
    """One suggestion: pressed, it is accepted; its tooltip says why."""

    def __init__(self, one: Suggestion, naming: Naming) -> None:
        super().__init__()
        self.suggestion = one
        label = _label(one, naming)
        shown = _("{field}: {value}", field=label, value=_shown(one, naming))
        why = "\n".join(reasons(one.because))
        self.setText(shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…")
        self.setToolTip(plain_tip(f"{shown}\n{why}" if len(shown) > _LONGEST else why))
        self.setAccessibleName(_("Suggestion: {text}", text=shown))
        self.setAccessibleDescription(why.replace("\n", ". "))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().dress(self, _sure_look if one.is_sure else _look)


class SuggestionRow(QWidget):
    """Shows what a document's card could say; hidden while there is nothing to say."""

    accepted = Signal(object)
    shown = Signal()

    def __init__(self, shell: Shell, naming: Naming) -> None:
        super().__init__()
        self._shell = shell
        self._naming = naming
        self._asked: DocumentId | None = None
        self.chips: list[Chip] = []
        self.hint = plain_label(role="muted")
        self._room = QWidget()
        self._flow = Flow(theme().px(6), self._room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.hint)
        column.addWidget(self._room)
        self.setAccessibleName(_("Suggestions"))
        self.hide()

    def ask(self, document_id: DocumentId) -> None:
        """Ask what the card of a document could say."""
        self._asked = document_id
        ask_or = self._shell.client.ask_or
        ask_or(self._show, self._none, suggesting.suggestions, document_id)

    def accept_sure(self) -> None:
        """Accept all that is sure."""
        self._accept(tuple(one.suggestion for one in self.chips if one.suggestion.is_sure))

    def clear(self) -> None:
        """Show nothing."""
        for chip in self.chips:
            self._remove(chip)
        self.chips = []
        self._say()

    def _show(self, found: Suggestions) -> None:
        if found.document_id != self._asked:
            return
        self.clear()
        for one in sorted(found.items, key=_reading_order)[:MOST_CHIPS]:
            chip = Chip(one, self._naming)
            chip.clicked.connect(partial(self._accept_chip, chip))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._say()
        self.shown.emit()

    def _none(self, _error: OfficeError) -> None:
        self.clear()

    def _accept_chip(self, chip: Chip, _is_checked: object = None) -> None:
        self._accept((chip.suggestion,))

    def _accept(self, some: tuple[Suggestion, ...]) -> None:
        """Hand over what was accepted, and take away what it answers."""
        if not some:
            return
        answered = {one.field for one in some if one.field != "tags"}
        taken = {(one.field, one.value) for one in some}
        for chip in tuple(self.chips):
            one = chip.suggestion
            if one.field in answered or (one.field, one.value) in taken:
                self.chips.remove(chip)
                self._remove(chip)
        self._say()
        self.accepted.emit(some)

    def _say(self) -> None:
        is_sure = any(chip.suggestion.is_sure for chip in self.chips)
        key = _("Suggested · Alt+Enter takes the coloured ones") if is_sure else _("Suggested")
        self.hint.setText(key)
        self.setVisible(bool(self.chips))

    def _remove(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()


def reasons(because: Iterable[Because]) -> tuple[str, ...]:
    """Return why something is suggested, in the language of the window."""
    say = say_in(language())
    return tuple(reason(one.code, one.facts, say) for one in because)


def _reading_order(one: Suggestion) -> tuple[bool, int]:
    """Order what is sure before the rest, and each as the fields of the card stand."""
    order = list(LABELS)
    return not one.is_sure, order.index(one.field) if one.field in order else len(order)


def _label(one: Suggestion, naming: Naming) -> str:
    if text := LABELS.get(one.field):
        return _(text)
    code = one.field.removeprefix("fields.")
    found = naming.fields.get(code)
    return found.name_in(language()) if found else code


def _shown(one: Suggestion, naming: Naming) -> str:
    match one.field:
        case "type_id":
            return naming.type(DocumentTypeId(int(one.value))) or one.shown
        case "day" | "due_on":
            return day_text(date.fromisoformat(one.value))
        case "amount":
            return money_text(money_of(one.value))
    return one.shown


def _look(look: Theme) -> str:
    return _sheet(look, "")


def _sure_look(look: Theme) -> str:
    return _sheet(look, "accent")


def _sheet(look: Theme, tone: str) -> str:
    t, px = look.tokens, look.px
    return (
        f"QPushButton {{ color: {t.tone(tone)}; background: {t.wash(tone)};"
        f" border: 1px solid {t.line}; border-radius: {px(10)}px; min-height: {px(20)}px;"
        f" padding: {px(2)}px {px(10)}px; text-align: left; }}"
        f"QPushButton:hover {{ border: 1px solid {t.accent}; }}"
        f"QPushButton:focus {{ border: 2px solid {t.accent}; }}"
    )

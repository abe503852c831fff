"""A window in which somebody types on and on: run by a test, and killed by it.

python -m tests.ui.typing_window OFFICE EDITOR     prints the milliseconds and the keys so far
"""

from __future__ import annotations

import itertools
import sys
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.outside.clock import FixedClock
from app.services import welcome
from app.services.permissions import Actor
from app.ui.actions import with_modules
from app.ui.contacts.editor import ContactEditor
from app.ui.correspondence.types_pane import TypeFields, TypesPane
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.phone_note import PhoneDialog
from app.ui.kit.sections import Strip
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.theme import theme
from tests.ui.keys import type_in

TODAY = date(2026, 3, 10)
STROKE = 40
EDITORS = ("contact", "list", "dialog")
WORDS = "Half a word after another "


def made(kind: str, shell: Shell, frame: QWidget) -> QWidget:
    """Return an editor of a kind, about something new."""
    if kind == "contact":
        return ContactEditor(shell)
    if kind == "dialog":
        return PhoneDialog(frame, shell)
    return TypesPane(shell, Strip((("types", "Types"),), "types"))


def field_of(editor: QWidget) -> QLineEdit | None:
    """Return where is typed, once it is there."""
    if isinstance(editor, ContactEditor):
        return editor.fields.name if editor.fields is not None else None
    if isinstance(editor, PhoneDialog):
        return editor.about
    if isinstance(editor, TypesPane) and isinstance(editor.form, TypeFields):
        return editor.form.name
    return None


class Typist(QObject):
    """Types a key every so often, and tells of each."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._editor = editor
        self._keys = itertools.cycle(WORDS)
        self._typed = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.type)
        self._timer.start(STROKE)

    def type(self) -> None:
        """Type the next key."""
        field = field_of(self._editor)
        if field is None:
            return
        if not self._typed:
            self._clock.start()
        type_in(field, next(self._keys))
        self._typed += 1
        print(self._clock.elapsed(), self._typed, flush=True)  # noqa: T201  the test reads it


def main(office: Path, kind: str) -> int:
    """Open the editor and type until the end."""
    app = QApplication(sys.argv[:1])
    theme().attach(app)
    opened = welcome.open_office(office, FixedClock(TODAY), Actor("Aino"))
    shell = Shell(OfficeClient(opened, Lanes()), ActionBook(with_modules(())), Settings())
    frame = QWidget()
    editor = made(kind, shell, frame)
    editor.show()
    QTimer.singleShot(0, partial(Typist, editor))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))

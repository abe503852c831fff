"""The password of an office: asked for when it is needed, and again when it was wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.shared.refusals import OfficeError
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.messages import error_sentence
from app.ui.kit.texts import _

CODES = frozenset({"keys.password-needed", "keys.wrong-password", "keys.too-many-tries"})


def wants_password(error: OfficeError) -> bool:
    """Say whether an office did not open for want of the right password."""
    return error.code in CODES


def ask_password(
    parent: QWidget, name: str, error: OfficeError, given: Callable[[str], object]
) -> Dialog:
    """Ask for the password of an office."""
    is_again = error.code != "keys.password-needed"
    text = str(error_sentence(error)) if is_again else _("This company opens with a password.")
    dialog = Dialog(parent, name, text, "lock")
    line = TextEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(_("Password"))
    line.setPlaceholderText(_("Password"))
    dialog.add_field(line)
    dialog.add_button(_("Cancel"), dialog.reject, primary=False)
    dialog.add_button(_("Open"), dialog.accept, primary=True)
    dialog.accepted.connect(partial(_give, line, given))
    dialog.open()
    line.setFocus()
    return dialog


def _give(line: TextEdit, given: Callable[[str], object]) -> None:
    given(line.text())

"""A clash: somebody changed a record first; who it was is told, and what can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.dialogs import Dialog
from app.ui.kit.labels import plain_label
from app.ui.kit.merge_dialog import change_title
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, say

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.domain.shared.refusals import Conflict
    from app.services.last_changes import LastChange


def tell_clash(window: QWidget, shell: Shell, error: Conflict) -> Dialog:
    """Tell who changed the record; do again over it what changes one thing only, if asked to."""
    from app.services import clashes  # noqa: PLC0415  loads SQLAlchemy: not before the first paint

    last = clashes.last_told(error.facts)
    asked = shell.client.clashes.get(error)
    arguments = asked.over(error.facts.get("version")) if asked is not None else None
    text = _("Nothing of theirs was overwritten. Look at it as it is now, and try again.")
    if arguments is not None:
        text = _(
            "Nothing of theirs was overwritten. You can do it all the same: only what you asked "
            "for is changed, the rest of theirs stays."
        )
    parent = QApplication.activeModalWidget() or window
    dialog = Dialog(parent, change_title(last, shell.client.office.who.name), text, "git-merge")
    if did := _did(last):
        dialog.add_field(plain_label(did, "muted"))
    dialog.add_button(_("Leave theirs"), dialog.reject, primary=arguments is None)
    if asked is not None and arguments is not None:
        button = dialog.add_button(_("Do it all the same"), dialog.accept, primary=False)
        button.setAutoDefault(False)
        dialog.accepted.connect(partial(asked.again, *arguments))
    shell.client.changed.emit(clashes.tables_of(error.facts))
    dialog.open()
    return dialog


def _did(last: LastChange) -> str:
    """Return what was done to the record last, in words."""
    from app.lang.command_words import command_text  # noqa: PLC0415  hundreds of words, for one

    if not last.command:
        return ""
    return _("What was done: {deed}", deed=command_text(last.command, say()))

"""Again: every document is indexed anew, or read and indexed anew, while the clerk goes on."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.services import reindexing
from app.services.reindexing import Again
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many


def ask_again(shell: Shell, page: QWidget) -> None:
    """Ask how much is done again, or whether to go on with what was begun."""
    shell.client.ask(Asking(shell, page).ask, reindexing.waiting)


class Asking(QWidget):
    """Asks, begins and stops."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self.hide()

    def ask(self, waiting: int) -> None:
        """Ask what is to be done, knowing how much waits."""
        if waiting:
            self._ask_to_stop(waiting)
            return
        text = _(
            "Indexing makes documents findable by what is known of them. Reading looks into every"
            " file again first, which takes far longer. Until its turn has come a document is found"
            " as before; you can go on working, and stop it at any time."
        )
        dialog = Dialog(self._page, _("Read and index again"), text, "refresh")
        dialog.add_button(_("Cancel"), dialog.reject, primary=False)
        for label, how in ((_("Read and index"), Again.READ), (_("Index only"), Again.INDEX)):
            dialog.add_button(label, partial(self._begin, dialog, how), primary=how is Again.INDEX)
        dialog.open()

    def _ask_to_stop(self, waiting: int) -> None:
        title = many("{n} document waits", "{n} documents wait", waiting)
        text = _("They are being indexed again. What is not done yet is found as before.")
        dialog = Dialog(self._page, title, text, "refresh")
        dialog.add_button(_("Stop it"), partial(self._stop, dialog), primary=False)
        dialog.add_button(_("Go on"), dialog.accept, primary=True)
        dialog.open()

    def _begin(self, dialog: Dialog, how: Again, _is_checked: object = None) -> None:
        dialog.accept()
        work = self._shell.client.errand(self._begun, reindexing.begin, how)
        self._shell.watch(work, _("Looking through the archive…"))

    def _begun(self, count: int) -> None:
        self._shell.say(many("{n} document is done again", "{n} documents are done again", count))

    def _stop(self, dialog: Dialog, _is_checked: object = None) -> None:
        dialog.accept()
        self._shell.client.do(self._stopped, reindexing.stop)

    def _stopped(self, count: int) -> None:
        self._shell.say(
            many("{n} document left as it was", "{n} documents left as they were", count)
        )

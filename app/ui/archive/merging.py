"""Two tags become one: every document that had the first has the other then."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.archive.kinds import Tag, within
from app.domain.shared.ids import TagId
from app.services import arranging
from app.ui.archive.naming import Naming
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many


class Merging(Dialog):
    """Asks with which tag one is put together."""

    def __init__(self, parent: QWidget, shell: Shell, naming: Naming, tag: Tag) -> None:
        text = _("Documents that have {name} get the other; it cannot be undone.", name=tag.name)
        super().__init__(parent, _("Put two tags together"), text, "git-merge")
        self._shell = shell
        self._tag = tag
        under = within(tag.id, naming.tags)
        others = [one.id for one, _depth in naming.tree() if one.id not in under]
        self.into: ChoiceEdit[TagId] = ChoiceEdit([(one, naming.tag(one)) for one in others])
        form = Form()
        form.add("into", _("The tag that stays"), self.into, columns=12)
        form.submitted.connect(self._merge)
        self.add_field(form)
        self.add_button(_("Cancel"), self.reject, primary=False)
        button = self.add_button(_("Put together"), self._merge, primary=True)
        button.setEnabled(bool(others))

    def _merge(self) -> None:
        known = (self._tag.id, self.into.value())
        work = self._shell.client.work(self._merged, arranging.merge_tags, *known)
        self._shell.watch(work, _("Changing documents…"))
        self.accept()

    def _merged(self, count: int) -> None:
        self._shell.say(many("{n} document changed", "{n} documents changed", count))


def ask_for_merge(parent: QWidget, shell: Shell, naming: Naming, tag: Tag) -> Merging:
    """Ask with which tag one is put together."""
    dialog = Merging(parent, shell, naming, tag)
    dialog.open()
    return dialog

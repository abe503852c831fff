"""Many documents sorted alike: a type, a sender, tags more and fewer, in one step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import OfficeError
from app.services import arranging, contacts
from app.services.arranging import Arrangement, Rewritten
from app.ui.archive.form import types_of
from app.ui.archive.naming import Naming
from app.ui.archive.tag_edit import TagEdit
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

Ids = tuple[DocumentId, ...]


class ManyEdit(Dialog):
    """Asks what the chosen documents get; what is left empty stays as it is."""

    drafted_of = 0

    def __init__(self, parent: QWidget, shell: Shell, naming: Naming, ids: Ids) -> None:
        title = many("Change {n} document", "Change {n} documents", len(ids))
        super().__init__(parent, title, _("What is left empty stays as it is."), "pencil")
        self._shell = shell
        self._ids = ids
        self.form = Form()
        self.type = ChoiceEdit(types_of(naming))
        self.correspondent: Picker[ContactRow] = Picker(
            shell.client, contacts.find, lambda row: row.name, lambda row: row.town
        )
        self.more, self.less = TagEdit(shell, naming), TagEdit(shell, naming)
        self.less.offer_no_new()
        self.form.add("type_id", _("Type"), self.type, columns=12)
        self.form.add("correspondent_id", _("From or to"), self.correspondent, columns=12)
        self.form.add("tags", _("Add tags"), self.more, columns=12)
        self.form.place(self.more.pills)
        self.form.add("less", _("Take tags away"), self.less, columns=12)
        self.form.place(self.less.pills)
        self.form.chain()
        self.form.submitted.connect(self._save)
        self.add_field(self.form)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.add_button(_("Change"), self._save, primary=True).setAutoDefault(False)
        self.type.setFocus()

    def arrangement(self) -> Arrangement:
        """Return what the documents get."""
        sender = self.correspondent.value()
        return Arrangement(
            self.type.value(),
            sender.id if sender is not None else None,
            self.more.tags(),
            self.less.tags(),
        )

    def _save(self) -> None:
        known = (self._ids, self.arrangement())
        work = self._shell.client.work(
            self._saved, arranging.arrange, *known, refused=self._refused
        )
        self._shell.watch(work, _("Changing documents…"))

    def _saved(self, rewritten: tuple[Rewritten, ...]) -> None:
        self._shell.did(arranged(rewritten))
        self.accept()

    def _refused(self, error: OfficeError) -> None:
        self._shell.refuse(error)


def arranged(rewritten: tuple[Rewritten, ...]) -> Deed:
    """Return that documents were sorted alike: they can be as they were."""
    text = many("{n} document changed", "{n} documents changed", len(rewritten))
    return Deed(text, arranging.put_back, (rewritten,), arranged, is_long=len(rewritten) > 1)


def ask_for_many(parent: QWidget, shell: Shell, naming: Naming, ids: Ids) -> ManyEdit:
    """Ask what many documents get."""
    dialog = ManyEdit(parent, shell, naming, ids)
    dialog.open()
    return dialog

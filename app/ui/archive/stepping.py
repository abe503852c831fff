"""The next step of documents: done at once where one stage follows, asked for where several do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.domain.archive.kinds import Stage
from app.domain.archive.row import DocumentRow
from app.domain.archive.steps import following
from app.domain.shared.ids import DocumentId
from app.services import arranging, stepping
from app.services.arranging import Rewritten
from app.ui.archive.form import stage_name
from app.ui.archive.naming import Naming
from app.ui.kit.dialogs import Dialog
from app.ui.kit.history import Deed
from app.ui.kit.hit_list import HitList
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

_STAGE = Qt.ItemDataRole.UserRole
Ids = tuple[DocumentId, ...]


class StepDialog(Dialog):
    """Asks which of several stages follows."""

    def __init__(self, parent: QWidget, title: str, stages: Sequence[Stage]) -> None:
        super().__init__(parent, _("Which stage follows?"), title, "clock")
        self.stages = HitList(_("Stages"))
        for stage in stages:
            item = QListWidgetItem(stage_name(stage))
            item.setData(_STAGE, stage.code)
            self.stages.addItem(item)
        self.stages.setCurrentRow(0)
        self.stages.setFixedHeight(theme().px(32 * min(len(stages), 6) + 12))
        self.stages.picked.connect(self._pick)
        self.add_field(self.stages)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.add_button(_("Go on"), self.accept, primary=True)
        self.stages.setFocus()

    @property
    def chosen(self) -> str:
        """The code of the stage that is chosen."""
        item = self.stages.currentItem()
        return str(item.data(_STAGE)) if item is not None else ""

    def _pick(self, _item: object) -> None:
        self.accept()


class Stepping(QObject):
    """Does steps for a page; every one can be taken back."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    def ask(self, rows: tuple[DocumentRow, ...], naming: Naming) -> None:
        """Do the step of these documents; where several stages follow, ask which."""
        if not rows:
            return
        first = rows[0]
        kind = naming.types.get(first.type_id) if first.type_id is not None else None
        stages = following(kind, first.stage)
        ids = tuple(row.id for row in rows)
        if len(stages) < 2:
            self._do(ids, "")
            return
        title = first.title if len(rows) == 1 else many("{n} document", "{n} documents", len(rows))
        dialog = StepDialog(self._page, title, stages)
        dialog.accepted.connect(partial(self._chosen, dialog, ids))
        dialog.open()

    def _chosen(self, dialog: StepDialog, ids: Ids) -> None:
        self._do(ids, dialog.chosen)

    def _do(self, ids: Ids, stage: str) -> None:
        self._shell.client.do(self._done, stepping.step, ids, stage)

    def _done(self, rewritten: tuple[Rewritten, ...]) -> None:
        if rewritten:
            self._shell.did(stepped(rewritten))
        else:
            self._shell.say(_("Nothing follows and nothing is due"))


def stepped(rewritten: tuple[Rewritten, ...]) -> Deed:
    """Return that steps were done: documents can stand where they stood."""
    text = many("{n} step done", "{n} steps done", len(rewritten))
    return Deed(text, arranging.put_back, (rewritten,), stepped)

"""Choosing a template: the first line begins with nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.domain.correspondence.template import Template
from app.domain.shared.ids import TemplateId
from app.ui.kit.dialogs import Dialog
from app.ui.kit.hit_list import HitList
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_TEMPLATE = Qt.ItemDataRole.UserRole


class TemplateDialog(Dialog):
    """Asks from which template a letter is written; Enter takes the chosen line."""

    def __init__(
        self,
        parent: QWidget,
        kept: Sequence[Template],
        answer: Callable[[TemplateId | None], object],
    ) -> None:
        text = _("The letter begins with what the template says in the receiver's language.")
        super().__init__(parent, _("From which template?"), text, "writing")
        self._answer = answer
        self.hits = HitList(_("Templates"))
        self.hits.setMinimumHeight(theme().px(220))
        for name, template_id in ((_("An empty letter"), None), *((t.name, t.id) for t in kept)):
            item = QListWidgetItem(name)
            item.setData(_TEMPLATE, template_id)
            self.hits.addItem(item)
        self.hits.setCurrentRow(1 if kept else 0)
        self.hits.picked.connect(self._pick)
        self.add_field(self.hits)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Write"), self._take, primary=True)
        self.hits.setFocus()

    def _take(self) -> None:
        item: QListWidgetItem | None = self.hits.currentItem()
        if item is not None:
            self._pick(item)

    def _pick(self, item: QListWidgetItem) -> None:
        self.accept()
        self._answer(item.data(_TEMPLATE))


def ask_template(
    parent: QWidget, kept: Sequence[Template], answer: Callable[[TemplateId | None], object]
) -> TemplateDialog:
    """Ask for a template and tell its id, or None for an empty letter; Esc tells nothing."""
    dialog = TemplateDialog(parent, kept, answer)
    dialog.open()
    return dialog

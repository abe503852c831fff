"""The card of a request: what it is about, who asked, and what would be different."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.admin.approvals import Difference
from app.lang.texts import mark
from app.services.approvals import SeenApproval
from app.ui.admin.approval_words import FIELDS, record_text, request_text, told_text
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

NOTHING = mark(
    "Nothing waits. What another person has to look at first stands here until it is approved, "
    "refused or withdrawn."
)


class ApprovalCard(QFrame):
    """Shows one request as a second pair of eyes looks at it, or that nothing waits."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Request"))
        self.title, self.told = plain_label("", "heading"), plain_label("")
        self.what = plain_label("", "muted")
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.changes = QWidget()
        self._grid = QGridLayout(self.changes)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self, text: str = "") -> None:
        """Say that nothing is chosen."""
        self.title.setText("")
        self.what.setText("")
        self.told.setText(text or _(NOTHING))
        self._show_changes(())

    def show_one(self, seen: SeenApproval) -> None:
        """Show a request."""
        self.title.setText(record_text(seen.row))
        self.what.setText(request_text(seen.row))
        self.told.setText(told_text(seen))
        self._show_changes(seen.differences)

    def shown_changes(self) -> tuple[str, ...]:
        """Return what the lines of the differences say."""
        labels = self.changes.findChildren(
            QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        return tuple(label.text() for label in labels)

    def _show_changes(self, differences: tuple[Difference, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, one in enumerate(differences):
            field = _(FIELDS[one.field]) if one.field in FIELDS else one.field
            self._grid.addWidget(plain_label(field, "label"), row * 3, 0, 1, 2)
            self._put(row * 3 + 1, _("Former one"), one.before or _("none"), "muted", is_gone=True)
            self._put(row * 3 + 2, _("New one"), one.after or _("none"), "warn", is_gone=False)
        self.changes.setVisible(bool(differences))

    def _put(self, row: int, title: str, text: str, role: str, *, is_gone: bool) -> None:
        label = plain_label(text, role)
        font = label.font()
        font.setStrikeOut(is_gone)
        font.setBold(not is_gone)
        label.setFont(font)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(f"{title}: {text}")
        self._grid.addWidget(plain_label(title, "muted"), row, 0)
        self._grid.addWidget(label, row, 1)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.setSpacing(px(8))
        self._grid.setContentsMargins(0, px(8), 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setColumnStretch(1, 1)
        for part in (self.title, self.what, self.told, self.changes):
            column.addWidget(part)
        column.addStretch(1)
        theme().dress(self, controls)

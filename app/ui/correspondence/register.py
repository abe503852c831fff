"""What both registers do alike: a list with the page of the chosen letter beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.correspondence.paper_list import PaperList
from app.ui.kit.preview import Preview
from app.ui.kit.table import Row
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class Register(PaperList[Row]):
    """Lists letters; the paper of the chosen one stands beside the list, its thread below."""

    def beside_list(self) -> QWidget:
        self.paper = Preview(self.shell.client.lanes)
        self.paper.go_without_tools()
        self.paper.told.connect(self.shell.say)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(theme().px(8))
        column.addWidget(self.paper, 1)
        column.addWidget(self.exchange)
        return beside

    def show_nothing(self) -> None:
        self.paper.empty(_("Choose a letter to see its page."))

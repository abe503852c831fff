"""Asking to have own data changed: the data as it stands, to be written over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.employees.own_changes import Details
from app.domain.shared.drafts import Place
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import own_changes
from app.ui.employees.detail_form import DetailFields
from app.ui.kit.editor import MultiLine
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.safekeeping import Safekeeping
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class WishFields(DetailFields):
    """The fields that a person may ask to have changed, and why."""

    def __init__(self, country: str) -> None:
        super().__init__(country)
        self.why = MultiLine(2)
        self.lay_reach()
        self.lay_home()
        self.lay_account()
        self.lay_emergency()
        self.heading(_("To the personnel office"))
        told = _("From when, and what else they should know")
        self.add("note", _("Note"), self.why, columns=12, help_text=told)


class WishPage(QWidget):
    """Takes the changes down and sends them; ``sent()`` when they are with the office."""

    sent = Signal()

    def __init__(self, shell: Shell, details: Details, country: str) -> None:
        super().__init__()
        self._shell = shell
        self.fields = WishFields(country)
        self.fields.folds_below = 620
        self.keeping = Safekeeping(shell.client, self)
        self.told = plain_label("", "bad")
        self.told.setWordWrap(True)
        self.told.hide()
        px = theme().px
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(12))
        hint = _("Write over what is wrong. The personnel office looks at it before it holds.")
        column.addWidget(plain_label(hint, "muted"))
        column.addWidget(self.keeping.strip)
        column.addWidget(self.told)
        column.addWidget(self.fields)
        column.addStretch(1)
        theme().dress(inside, controls)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inside))
        self.fields.put_details(details)
        self.fields.chain()
        self.fields.call_clean()
        self.keeping.watch(self.fields, Place("own-wish", 0))
        self.fields.submitted.connect(self.send)
        lead_to(self, self.fields.phone)

    def send(self) -> None:
        """Ask for the changes."""
        known = (self.fields.details(), self.fields.why.value())
        with self.keeping.sending():
            self._shell.client.do(self._kept, own_changes.ask, *known, refused=self._refused)

    def _kept(self, _change: object) -> None:
        self.keeping.settle()
        self._shell.say(_("Your request is with the personnel office"))
        self.sent.emit()

    def _refused(self, error: OfficeError) -> None:
        if not isinstance(error, Invalid):
            self._shell.refuse(error)
            return
        self.fields.show_problems(error.problems, focus=True)
        whole = [problem_text(one) for one in error.problems if not one.field]
        self.told.setText("\n".join(f"✕ {one}" for one in whole))
        self.told.setVisible(bool(whole))

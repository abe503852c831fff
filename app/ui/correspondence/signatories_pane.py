"""Who signs for the firm: name, title and signature, beside a letter that they sign."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.correspondence.letter import Signatory
from app.domain.shared.ids import SignatoryId
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import signatories
from app.services.admin import LARGEST_LOGO
from app.services.stationery_sample import signed
from app.ui.correspondence.arranged import ArrangedPane, Ways
from app.ui.correspondence.stationery_fields import FileRow
from app.ui.correspondence.words import LAYOUTS
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.labels import plain_label
from app.ui.kit.picture_view import PictureView, content_of
from app.ui.kit.preview import Preview
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

SIGNATORIES: Ways[Signatory] = Ways(
    mark("Signatories"), signatories.all_signatories, signatories.change, "signatory"
)
_ROOM_FOR_PAGE, _TALL = 860, 480
"""Below this width, at the usual text size, the letter stands under the fields."""


class SignatoryFields(Form):
    """What is written of who signs."""

    def __init__(self, one: Signatory | None) -> None:
        super().__init__()
        self.name, self.title = TextEdit(), TextEdit()
        self.add("name", _("Name"), self.name, columns=6)
        self.add("title", _("Job title"), self.title, columns=6)
        if one is not None:
            self.name.put(one.name)
            self.title.put(one.title)


class SignatoriesPane(ArrangedPane[Signatory]):
    """Lists who signs; the chosen one's signature is seen on a letter of every custom."""

    recorded = "signatory"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, SIGNATORIES)
        self.file = FileRow(_("Signature"))
        self.picture = PictureView(_("Signature"), "")
        self.custom = ChoiceEdit([(name, _(text)) for name, text in LAYOUTS.items()])
        self.custom.setAccessibleName(_("Layout"))
        self.page = Preview(shell.client.lanes)
        self.page.go_without_tools()
        self._drawn = b""
        self._is_wide = True
        self.file.choose.clicked.connect(self._choose_file)
        self.file.remove.clicked.connect(self._remove)
        self.custom.edited.connect(self._ask_page)
        self.inside.addWidget(self.file)
        self.inside.addWidget(self.picture)
        self._letter = self._beside()
        self._stand_beside()

    def make_form(self) -> Form:
        self._ask_signature()
        return SignatoryFields(self.chosen)

    def send(self) -> None:
        assert isinstance(self.form, SignatoryFields)
        name, title, before = self.form.name.value(), self.form.title.value(), self.chosen
        if before is None:
            new = (name, title)
            self.shell.client.do(self.added, signatories.add, *new, refused=self.refused)
        else:
            self.change(before, replace(before, name=name, title=title))

    def take(self, path: str) -> None:
        """Take the picture in a file as the signature; what is none is refused."""
        content = content_of(self.shell, Path(path), LARGEST_LOGO)
        if content:
            self._put(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= theme().px(_ROOM_FOR_PAGE)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            QTimer.singleShot(0, self, self._move)

    def _move(self) -> None:
        """Let the letter stand beside the fields, or under them where there is little room."""
        self.page.setMinimumHeight(0 if self._is_wide else theme().px(_TALL))
        if self._is_wide:
            self._stand_beside()
        else:
            self.inside.addWidget(self._letter)
            self.splitter.setSizes([theme().px(one) for one in (180, 400)])

    def _stand_beside(self) -> None:
        self.splitter.addWidget(self._letter)
        self.splitter.setSizes([theme().px(one) for one in (180, 400, 420)])

    def _beside(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(theme().px(8), 0, 0, theme().px(12))
        column.addWidget(plain_label(_("A letter with this signature"), "label"))
        column.addWidget(self.custom)
        column.addWidget(self.page, 1)
        theme().dress(held, controls)
        return held

    def _ask_signature(self) -> None:
        """Show the signature of the chosen one, and a letter with it; a new one has none yet."""
        one = self.chosen
        for widget in (self.file, self.picture):
            widget.setVisible(one is not None)
        if one is None:
            self.page.hold(_("The letter shows once the signatory is saved."))
            return
        self.shell.client.ask_or(self._show_picture, self._gone, signatories.picture, one.id)
        self._ask_page()

    def _ask_page(self) -> None:
        if self.chosen is not None:
            asked = (self.chosen.id, self.custom.value())
            self.shell.client.ask_or(self._show_page, self._gone, signed, *asked)

    def _show_picture(self, picture: bytes) -> None:
        self._drawn = picture
        self.file.tell(is_there=bool(picture))
        self.picture.show_picture(picture)

    def _show_page(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf)

    def _gone(self, _error: OfficeError) -> None:
        self.page.hold(_("The page shows again once the letter can be printed."))

    def _choose_file(self, _is_checked: object = None) -> None:
        dialog = QFileDialog(self, _("Choose a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Pictures") + " (*.png *.jpg *.jpeg)")
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def _remove(self, _is_checked: object = None) -> None:
        self._put(b"")

    def _put(self, content: bytes) -> None:
        if (one := self.chosen) is not None:
            answer = partial(self._was_put, self._drawn, content)
            self.shell.client.do(answer, signatories.change_picture, one.id, content)

    def _was_put(self, before: bytes, now: bytes, one: Signatory) -> None:
        self.shell.did(signed_anew(one.id, before, now))
        self.saved(one)


def signed_anew(signatory_id: SignatoryId, before: bytes, now: bytes) -> Deed:
    """Return that somebody signs with another picture: it can be the one before."""
    text = _("The signature is on letters from now on") if now else _("The signature is gone")
    after = partial(_back, now, before)
    return Deed(text, signatories.change_picture, (signatory_id, before), after)


def _back(before: bytes, now: bytes, one: Signatory) -> Deed:
    return signed_anew(one.id, before, now)

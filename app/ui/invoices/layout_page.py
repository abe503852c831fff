"""The designer of a layout: its form, and beside it the paper as it would be printed now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.invoices.layout import LayoutForm, PaperKind, check_layout
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import LayoutId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.services import layout_forms, layouts
from app.services.layout_forms import OpenedLayout
from app.services.layout_samples import sample
from app.services.layouts import Kept
from app.ui.invoices.layout_form import LayoutFields
from app.ui.invoices.layout_words import SHOWN
from app.ui.invoices.layouts import deed
from app.ui.kit.beside import Yielding, fill
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.preview import Preview
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

SAVE, ALSO = "invoice.issue", "invoice.save"
ROOM_FOR_PAGE = 960
FOLDS = 400
"""Under this width, at the usual text size, fields stand below each other."""
_REST = 120


class ShownPaper(QWidget):
    """Chooses the paper on which a layout is shown, and whether it is the office's own."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = ChoiceEdit([(one, _(text)) for one, text in SHOWN.items()])
        self.paper.setAccessibleName(_("Shown on"))
        self.whose: ChoiceEdit[bool] = ChoiceEdit([(False, _("A sample"))])
        self.whose.setAccessibleName(_("Shown with"))
        line = QHBoxLayout(self)
        px = theme().px
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        line.setSpacing(px(8))
        line.addWidget(self.paper)
        line.addWidget(self.whose)
        line.addStretch(1)

    def offer_own(self) -> None:
        """Offer the office's last invoice: there is one."""
        self.whose.offer([(False, _("A sample")), (True, _("Our last invoice"))])


class LayoutPage(FormPage):
    """Designs one layout; what was issued keeps the look that it had."""

    recorded = "invoice_layout"

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, layouts.KIND, record, SAVE)
        self._opened: OpenedLayout | None = None
        self.fields: LayoutFields | None = None
        self.hint.setText(_("Ctrl+Enter saves; what was issued keeps its look"))
        shell.book.offer(self, {ALSO: self.save})
        shell.book.call(self, SAVE, _("Save"))
        shell.book.call(self, ALSO, _("Save"))
        self._rest_of_keys = QTimer(self)
        self._rest_of_keys.setSingleShot(True)
        self._rest_of_keys.setInterval(_REST)
        self._rest_of_keys.timeout.connect(self._ask_page)
        self.setWindowTitle(_("Layout"))
        self.reread()

    def reread(self) -> None:
        layout_id = None if self.record is None else LayoutId(self.record)
        asked = (layout_id, self.shell.held(layouts.KIND))
        self.shell.client.ask_or(self._begin, self._gone, layout_forms.opened, *asked)

    def content(self) -> LayoutForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        return (*self.fields.unreadable(), *check_layout(self.content().tidied()))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        return [self.fields.placed(one) for one in problems]

    def save(self) -> None:
        """Save, or show what has to be mended first, in the language in which it stands."""
        if self.fields is not None:
            found = (self.fields.language_of(one) for one in self.problems())
            language = next((one for one in found if one), "")
            if language:
                self.fields.texts.turn(language)
        super().save()

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.layout
        if before is None:
            new = (self.content(), LayoutId(self.entity))
            client.do(self._saved, layouts.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version, self.content())
            client.do(self._saved, layouts.change, *known, refused=self.refused)

    def _ground(self) -> QWidget:
        left, right = QWidget(), QWidget()
        self.page = Preview(self.shell.client.lanes)
        self.page.go_without_tools()
        self.tried = ShownPaper()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tried)
        column.addWidget(self.page, 1)
        both = Yielding(left, right, (600, 560), ROOM_FOR_PAGE)
        both.give_way_under(self.column)
        fill(self, both)
        return left

    def _begin(self, opened: OpenedLayout) -> None:
        self._opened = opened
        fields = self.fields = LayoutFields(opened)
        fields.put(opened.form)
        self.begin(fields, opened.layout.version if opened.layout else 0)
        fields.folds_below = FOLDS
        self.titled.emit(opened.form.name or _("New layout"))
        self._connect(fields, opened)
        typed = typed_in(LayoutForm, self._taken(opened.draft))
        if typed is not None and typed != self.content():
            fields.put(typed)
            self.offer_typed(partial(fields.put, opened.form))
        lead_to(self, fields.name)
        fields.name.setFocus()
        self._ask_page()

    def _connect(self, fields: LayoutFields, opened: OpenedLayout) -> None:
        columns, book = fields.columns, self.shell.book
        book.offer(self, {"line.up": columns.move_up, "line.down": columns.move_down})
        book.call(self, "line.up", _("Move column to the left"))
        book.call(self, "line.down", _("Move column to the right"))
        fields.stationery_wanted.connect(partial(self.shell.open, "stationery"))
        fields.texts.turned.connect(self._ask_soon)
        if opened.has_invoice:
            self.tried.offer_own()
        for choice in (self.tried.paper, self.tried.whose):
            choice.edited.connect(self._ask_soon)
        self.shell.client.changed.connect(self._news)

    def _edited(self) -> None:
        super()._edited()
        self._ask_soon()

    def _ask_soon(self, _language: object = None) -> None:
        self._rest_of_keys.start()

    def _ask_page(self) -> None:
        if self.fields is not None:
            kind: PaperKind = self.tried.paper.value()
            asked = (self.content(), kind, self.fields.texts.language)
            own = self.tried.whose.value()
            self.shell.client.ask_or(self._show_page, self._no_page, sample, *asked, is_own=own)

    def _show_page(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, _("Sample") + ".pdf")

    def _no_page(self, _error: OfficeError) -> None:
        self.page.hold(_("The page shows again once what is marked is mended."))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"stationery", "company"}:
            self._ask_soon()

    def _saved(self, kept: Kept) -> None:
        told = _("The layout {name} is kept", name=kept.layout.form.name)
        self.done(kept.layout.id, deed(told, kept))

"""The editor of a sale: the form on the left, the page as it prints on the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Kind
from app.domain.quotes.choosing import aligned
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ContactId, ProductId
from app.domain.shared.problems import Problem
from app.ui.invoices.cell_edits import CellEdit
from app.ui.invoices.fields import Head, Tail, put_texts, texts_of
from app.ui.invoices.kept import kept_texts
from app.ui.invoices.last_prices import LastPrices
from app.ui.invoices.lines_model import LinesModel
from app.ui.invoices.lines_view import LinesView
from app.ui.invoices.making import Making, Opened
from app.ui.invoices.reviewing import PageFollower, Reviewed, Reviewer, Written
from app.ui.invoices.rows import (
    PATHS,
    Field,
    Reader,
    RowText,
    a_row,
    field_of,
    product_id_of,
    tie_of,
)
from app.ui.invoices.sheets import line_note
from app.ui.invoices.titles import origin_text
from app.ui.invoices.totals import TotalsPanel
from app.ui.invoices.vat_words import VatWords
from app.ui.invoices.versions import put_version
from app.ui.kit.addressed import Addressed, Addressing
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.messages import problem_text
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import scroll_bar
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.kit.unread import unread

_ROOM_FOR_PAGE = 900
_QUIET = frozenset(
    {
        "invoices.no-customer",
        "invoices.no-lines",
        "invoices.line-without-description",
        "invoices.credit-without-reason",
    }
)
"""What an unfinished form always lacks: counted at once, told once somebody asks."""


class DraftEditor(QWidget):
    """Edits one content; ``edited()`` after every key, ``reviewed`` when its figures are there."""

    edited = Signal()
    reviewed = Signal(object)

    def __init__(self, shell: Shell, making: Making, opened: Opened) -> None:
        super().__init__()
        self._base = opened.content
        self._opened = opened
        self.making = making
        self.is_told = self._is_hiding = False
        self._settings = shell.settings
        self._wants_page = not shell.settings.now.without_page
        self.latest: Reviewed | None = None
        self.reader = Reader(
            formats(),
            VatWords(opened.pack.vat_codes(), formats(), shell.today()),
            self._base.currency or opened.company.currency,
            shell.today(),
            has_choices=Field.CHOICE not in making.hidden,
        )
        self.about = plain_label(origin_text(self._base), "heading")
        self.head = Head(shell, making, opened)
        self.model = LinesModel(self.reader, self)
        self.lines = LinesView(shell.client, _(making.lines))
        self.tail = Tail(self.reader, making, has_reason=self._base.origin is not None)
        self.totals = TotalsPanel()
        Addressing(self, self._addressed)
        self.note = plain_label()
        self.preview = Preview(shell.client.lanes)
        self.preview.go_without_tools()
        self.prices = LastPrices(shell.client, self.model)
        self._reviewer = Reviewer(shell.client, making, self._written, self)
        self._page = PageFollower(shell.client, making, self.preview, self)

    def settle_in(self) -> None:
        """Lay everything out and show what is there; parts and layout are one turn each."""
        self._lay_out()
        self._connect()
        self._fill()

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms around the lines, in the order of reading."""
        return (self.head, self.tail)

    def content(self) -> Draft:
        """Return the draft that is written here, as far as it can be read."""
        lines = tuple(read.line for read in self.model.read())
        return replace(self.tail.content(self.head.content(self._base)), lines=lines)

    def written(self) -> Any:
        """Return what the office is to keep: the content, and what is more."""
        return self.content()

    def body(self) -> dict[str, object]:
        """Return every text as it stands, to be kept while somebody types."""
        rows = [row.plain() for row in self.model.rows]
        return {"fields": texts_of(*self.forms), "rows": rows}

    def _addressed(self) -> Addressed:
        """Return to whom the paper goes, and in what language it is written."""
        customer = self.head.customer.value()
        who = ContactId(customer.id) if customer else None
        return Addressed(who, self.head.language.value())

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        """Return what cannot be read, fields first."""
        cells = (
            Problem(f"lines.{place}.{one.field}", one.code, one.facts)
            for place, read in enumerate(self.model.read())
            for one in read.problems
        )
        return (*unread(*self.forms), *cells)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that stands in the way of issuing, in the order of the form."""
        known = self.latest.review.problems if self.latest else ()
        found = (*self.unreadable, *map(_at_field, known))
        before = (path for form in self.forms[:-1] for path in form.paths)
        order = (*before, "lines", *self.tail.paths)
        return tuple(sorted(found, key=lambda one: _rank(one, order)))

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was written."""
        has_fields = any(text.strip() for text in texts_of(*self.forms).values())
        return not has_fields and all(row.is_blank for row in self.model.rows)

    def begin(self) -> None:
        """Put the keyboard where the next thing is to be written."""
        is_named = self.head.customer.value() or self._base.kind is Kind.ABBREVIATED
        start = self.lines if is_named else self.head.customer
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_all(self) -> None:
        """Tell every problem at its field from now on, also what is merely not yet written."""
        self.is_told = True
        self._show_problems()

    def go_to(self, problem: Problem) -> None:
        """Put the keyboard where a problem is."""
        parts = problem.field.split(".", maxsplit=2)
        if parts[0] == "lines":
            place = int(parts[1]) if len(parts) > 1 else self.model.rowCount() - 1
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
            self.lines.go(place, field_of(parts[2]) if len(parts) > 2 else Field.DESCRIPTION)
            return
        if problem.field in self.making.details:
            self.head.unfold(is_open=True)
        form = next((one for one in self.forms if problem.field in one.paths), self.tail)
        form.cell(problem.field).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_page(self) -> None:
        """Show the page beside the form, or hide it, from now on."""
        self._wants_page = self.preview.isHidden()
        self._settings.change(without_page=not self._wants_page)
        self.preview.setHidden(not self._wants_page)
        self._page.show_latest()

    def review_now(self) -> None:
        """Have what is written reviewed at once; ``reviewed`` tells when it is."""
        self.lines.settle()
        self._reviewer.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= theme().px(_ROOM_FOR_PAGE)
        was_hidden = self.preview.isHidden()
        self.preview.setHidden(not (has_room and self._wants_page))
        if was_hidden and not self.preview.isHidden():
            self._page.show_latest()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.area = QScrollArea()
        self.area.setWidget(self._form())
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self.preview)
        self.splitter.setSizes([700, 300] if self.reader.has_choices else [640, 360])
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.splitter)
        theme().dress(self.note, line_note)
        theme().dress(self.area.verticalScrollBar(), scroll_bar)

    def _form(self) -> QWidget:
        """Return the left side: what is credited, the head, the lines and what is below them."""
        px = theme().px
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(px(24), px(4), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.about)
        self.about.setVisible(self._base.origin is not None)
        for above in self.forms[:-1]:
            column.addWidget(above)
        self.lines.use(self.model, self.making.hidden)
        column.addWidget(self.lines, 1)
        column.addWidget(self.note)
        below = QHBoxLayout()
        below.setSpacing(px(24))
        below.addWidget(self.tail, 5, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.totals, 6, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        return form

    def _connect(self) -> None:
        for form in self.forms:
            form.edited.connect(self._typed)
        self.model.edited.connect(self._typed)
        self.head.submitted.connect(self._enter_lines)
        self.head.customer_picked.connect(self._customer_picked)
        self.lines.left.connect(self._leave_lines)
        self.lines.looked.connect(self._look_again)
        self.lines.picked.connect(self._product_picked)
        self.prices.changed.connect(self._show_note)
        self._reviewer.reviewed.connect(self._show_review)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look_again)

    def _fill(self) -> None:
        customers = {int(row.id): row for row in self._opened.customers}
        products = {row.id: row for row in self._opened.products}
        self.head.put(self._base, customers.get(int(self._base.customer_id or 0)))
        self.head.valid_until.put(self._opened.valid_until)
        self.tail.put(self._base)
        none, lines = ProductId(0), self._base.lines
        positions = aligned(self._opened.positions, len(lines))
        self.model.show(
            [
                self.reader.row(one, products.get(one.product_id or none), position)
                for one, position in zip(lines, positions, strict=True)
            ]
        )
        self._begin_with()
        self._reviewer.ask()

    def take_up(self, typed: FormDraft | Mapping[str, Any]) -> None:
        """Go on with what was typed before and not saved, or with what two versions became."""
        if not isinstance(typed, FormDraft):
            put_version(self, typed)
            self._begin_with()
            self._typed()
            return
        customers = {int(row.id): row for row in self._opened.customers}
        fields, rows = kept_texts(typed.body)
        put_texts(fields, customers, *self.forms)
        self.model.show([self._kept_row(row) for row in rows])
        self._begin_with()
        self._reviewer.ask()

    def _begin_with(self) -> None:
        self.lines.go(0, Field.DESCRIPTION)
        for form in self.forms:
            form.call_clean()

    def _kept_row(self, texts: Sequence[str]) -> RowText:
        wanted = product_id_of(texts[len(Field)])
        product = next((row for row in self._opened.products if row.id == wanted), None)
        return a_row(*texts[: len(Field)], product=product, tie=tie_of(texts[-1]))

    def _written(self) -> Written:
        return Written(self._asked(), tuple(row.key for row in self.model.rows))

    def _asked(self) -> Any:
        """Return what the office is asked about while somebody types: what is written here."""
        return self.written()

    def _typed(self) -> None:
        self._reviewer.touch(self.model.rowCount())
        self.edited.emit()

    def _show_review(self, reviewed: Reviewed) -> None:
        self.latest = reviewed
        self.head.show_usual(reviewed.review.invoice)
        self.tail.show_usual(reviewed.review.invoice)
        self.totals.show_totals(reviewed.review.totals)
        self._show_problems()
        self._page.follow(reviewed)
        self.reviewed.emit(reviewed.review)

    def _show_problems(self) -> None:
        self._is_hiding = False
        shown = [one for one in self.problems if self._is_shown(one)]
        for form in self.forms:
            form.show_problems(shown)
        if self.latest is not None:
            self.model.show_figures(self.latest.written.keys, self.latest.figures(), shown)
        self._show_note()

    def _is_shown(self, problem: Problem) -> bool:
        """Say whether a problem is told: not while its own text is still being typed."""
        if problem.code in _QUIET and not self.is_told:
            return False
        self._is_hiding = self._is_hiding or problem.field == self._typed_in()
        return problem.field != self._typed_in()

    def _typed_in(self) -> str:
        """Return the path of the field or cell that is being typed in."""
        focused = QApplication.focusWidget()
        if isinstance(focused, CellEdit):
            return f"lines.{focused.index.row()}.{PATHS[Field(focused.index.column())]}"
        for form in self.forms:
            for path in form.paths:
                if form.cell(path).editor is focused:
                    return path
        return ""

    def _look_again(self, *focus: object) -> None:
        """Tell what was not told while it was being typed, and bring the keyboard into sight."""
        now = focus[-1] if focus else None
        if isinstance(now, QWidget) and self.area.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, theme().px(24))
        if self._is_hiding:
            self._show_problems()
        else:
            self._show_note()

    def _show_note(self) -> None:
        """Tell what is the matter with the cell under the cursor, else what can be done there."""
        index = self.lines.currentIndex()
        problem = self.model.problem_at(index.row(), index.column()) if index.isValid() else None
        if problem is not None:
            show_role(self.note, "warn" if problem.is_warning else "bad")
            self.note.setText(f"{'!' if problem.is_warning else '✕'} {problem_text(problem)}")
            return
        show_role(self.note, "muted")
        usual = _("Enter goes on · Ctrl+Del removes the row · Ctrl+D copies from above")
        self.note.setText(self.prices.text(index.row()) or usual)

    def _enter_lines(self) -> None:
        self.lines.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave_lines(self, by: object) -> None:
        if by == -1:
            self.head.last.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            self.tail.discount.setFocus(Qt.FocusReason.TabFocusReason)

    def _customer_picked(self, row: object) -> None:
        if row is not None:
            following = self.head.after_customer or self.lines
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _product_picked(self, key: object) -> None:
        self.prices.look_up(key, self.head.customer.value())


def _at_field(problem: Problem) -> Problem:
    """Return a problem at the field of the form that can mend it."""
    head = problem.field.split(".", maxsplit=1)[0]
    places = {"buyer": "customer_id", "discount": "discount", "company": "eformat"}
    return replace(problem, field=places[head]) if head in places else problem


def _rank(problem: Problem, order: Sequence[str]) -> tuple[bool, int, int]:
    """Return where a problem comes: what must be mended before what may stay, then by place."""
    parts = problem.field.split(".")
    place = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0
    return problem.is_warning, order.index(parts[0]) if parts[0] in order else 0, place

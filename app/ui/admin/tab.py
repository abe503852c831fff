"""The company tab: its own data, and the proof that number series and audit chain hold."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.invoices.layout import InvoiceLayout, PaperKind
from app.domain.shared.numbering import Series
from app.domain.shared.refusals import OfficeError
from app.lang.series_words import series_name
from app.services import admin, anchors, layouts
from app.services.anchors import ChainReport
from app.ui.admin.chain_words import chain_lines
from app.ui.admin.company import CompanyForm
from app.ui.admin.logo import LogoCard
from app.ui.kit.focus import enter, lead_to
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.lane import Reply
from app.ui.kit.page_bar import PageBar
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, say
from app.ui.kit.theme import theme

_ROOM_FOR_BOTH, _NARROW = 760, 400


class CompanyTab(QWidget):
    """One page: the form on the left, what is counted and proven on the right."""

    def __init__(self, shell: Shell, strip: Strip | None = None) -> None:
        super().__init__()
        self._shell = shell
        self._strip = strip
        self.form = CompanyForm(shell)
        self.logo = LogoCard(shell)
        self.proof = QLabel(_("Not verified since this window was opened."))
        self.series = QLabel()
        for label in (self.proof, self.series):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form.folds_below = _NARROW
        self._lay_out()
        lead_to(self, self.form)
        self.form.begun.connect(self._begin)
        shell.book.offer(
            self,
            {
                "company.save": self.form.save,
                "company.verify": self.verify,
                "company.logo": self.logo.choose,
                "company.no-logo": self.logo.remove,
                "company.layout": self.design,
                "company.move": self.ask_to_move,
            },
        )
        self.logo.held.connect(self._allow)
        shell.client.changed.connect(self._changed)
        self._refresh()

    def ask_to_move(self) -> None:
        """Ask where the company is to be moved: from a folder to a server, or back."""
        from app.ui.admin.bringing_back import bring_back  # noqa: PLC0415  hardly ever needed
        from app.ui.admin.serving import move_to_server  # noqa: PLC0415  hardly ever needed

        is_on_server = self._shell.client.office.database.file is None
        (bring_back if is_on_server else move_to_server)(self._shell, self)

    def _allow(self, has_logo: object) -> None:
        self._shell.book.allow(self, "company.no-logo", allowed=bool(has_logo))

    def verify(self) -> None:
        """Walk the audit chain and say what was found."""
        client = self._shell.client
        work = partial(anchors.verify, client.office)
        client.lanes.long.run(work, Reply(self._show_proof, self._not_shown))

    def design(self) -> None:
        """Open the usual layout of invoices, or begin the first one."""
        self._shell.client.ask(self._open_layout, layouts.layouts)

    def _open_layout(self, found: tuple[InvoiceLayout, ...]) -> None:
        usual = (one for one in found if PaperKind.INVOICE in one.form.usual_for)
        chosen = next(usual, next(iter(found), None))
        self._shell.open(layouts.KIND, chosen.id if chosen else None)

    def _begin(self) -> None:
        """Put the keyboard into the form, now that it has fields, if nothing was pressed yet."""
        if self.isVisible() and self.window().focusWidget() in {None, self, self.form}:
            enter(self)

    def _refresh(self) -> None:
        self._shell.client.ask(self._show_series, admin.series)

    def _changed(self, tables: frozenset[str]) -> None:
        if "number_series" in tables:
            self._refresh()

    def _show_series(self, rows: tuple[Series, ...]) -> None:
        lines = (
            _(
                "{kind} {year}: {count} taken",
                kind=series_name(one.kind, say()),
                year=one.year,
                count=one.last,
            )
            for one in rows
        )
        self.series.setText("\n".join(lines))

    def _show_proof(self, report: ChainReport) -> None:
        self.proof.setText("\n".join(chain_lines(report)))
        show_role(self.proof, "text" if report.holds else "bad")

    def _not_shown(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        self._shell.refuse(error)

    def _lay_out(self) -> None:
        px = theme().px
        inner = QWidget()
        line = self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        line.setContentsMargins(px(24), px(16), px(24), px(24))
        line.setSpacing(px(48))
        line.addLayout(self._left(), 3)
        line.addLayout(self._right(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inner))
        theme().dress(inner, controls)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        is_wide = self.width() >= theme().px(_ROOM_FOR_BOTH)
        self._line.setDirection(way.LeftToRight if is_wide else way.TopToBottom)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(20))
        head = PageBar(_("Company"), self._shell.book, ("company.save",))
        if self._strip is not None:
            head.lead(self._strip)
        column.addWidget(head)
        column.addWidget(self.form)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(8))
        column.addSpacing(theme().px(56))
        column.addWidget(plain_label(_("Logo"), "heading"))
        column.addWidget(self.logo)
        design = self._shell.book.button("company.layout")
        column.addWidget(design, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme().px(24))
        column.addWidget(plain_label(_("Number series"), "heading"))
        column.addWidget(self.series)
        column.addSpacing(theme().px(24))
        column.addWidget(plain_label(_("Audit trail"), "heading"))
        column.addWidget(self.proof)
        button = self._shell.book.button("company.verify")
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

"""Legal holds: those in force and those that were lifted, and how one is placed and lifted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.archive.holds import Hold, HoldForm
from app.domain.archive.row import DocumentRow
from app.lang.texts import mark
from app.services import holding
from app.services.holding import HoldRow
from app.ui.archive.naming import Naming
from app.ui.archive.overview import Overview
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Dialog, Question
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many

KIND = "holds"
_TABLES = frozenset({"legal_hold", "legal_hold_document", "document"})


@dataclass(frozen=True, slots=True)
class HoldLine:
    """A hold as a line of the table."""

    id: int
    row: HoldRow


def _over(line: HoldLine) -> str:
    row, count = line.row, line.row.documents
    held = many("{n} document", "{n} documents", count)
    whose = (row.contact, row.type_name)
    return " · ".join(part for part in (held, *whose) if part)


def _placed(line: HoldLine) -> str:
    hold = line.row.hold
    return f"{formats().day(hold.placed_at.date())} · {hold.placed_by}"


def _lifted(line: HoldLine) -> str:
    hold = line.row.hold
    if hold.lifted_at is None:
        return ""
    day = formats().day(hold.lifted_at.date())
    return f"{day} · {hold.lifted_by}: {hold.lifted_because}"


COLUMNS: tuple[Column[HoldLine], ...] = (
    Column(mark("Hold"), lambda line: line.row.hold.name, width=180),
    Column(mark("Over"), _over, width=220),
    Column(mark("Reason"), lambda line: line.row.hold.reason, width=260),
    Column(mark("Placed"), _placed, width=170),
    Column(mark("Lifted"), _lifted, width=200, tone=lambda _line: "muted"),
)


class HoldsPage(Overview):
    """Lists holds; the chosen one can be lifted."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, _("Legal holds"), ("hold.lift",))
        self.hint.setText(
            _("What a hold is over is neither trashed nor destroyed until the hold is lifted.")
        )
        self.table: ShortTable[HoldLine] = ShortTable(_("Legal holds"), COLUMNS)
        self.put_table(self.table, "Reason")
        shell.book.offer(self, {"hold.lift": self._ask_lift, "list.refresh": self.refresh})
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the holds."""
        self.shell.client.ask(self._show, holding.holds, language())

    def _show(self, rows: tuple[HoldRow, ...]) -> None:
        self.table.show_rows([HoldLine(row.hold.id, row) for row in rows])
        in_force = any(row.hold.is_in_force for row in rows)
        self.shell.book.allow(self, "hold.lift", allowed=in_force)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    def _ask_lift(self) -> None:
        line = self.table.row_of(self.table.chosen_id() or 0)
        if line is not None and line.row.hold.is_in_force:
            hold = line.row.hold
            question = Question(
                _("Lift the hold {hold}?", hold=hold.name),
                _("What it was over may be trashed again, and destroyed when its years are over."),
                _("Lift"),
            )
            ask_words(self, question, (_("Reason"),), partial(self._lift, hold))

    def _lift(self, hold: Hold, words: tuple[str, ...]) -> None:
        self.shell.client.do(self._lifted, holding.lift, hold.id, hold.version, words[0])

    def _lifted(self, hold: Hold) -> None:
        self.shell.say(_("Hold lifted: {hold}", hold=hold.name))


class HoldDialog(Dialog):
    """Asks for the name and the reason of a hold, and what it is over."""

    drafted_of = 0

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        title = _("Place a legal hold")
        text = _("Until it is lifted nothing under it is trashed or destroyed.")
        super().__init__(parent, title, text, "lock")
        self._shell = shell
        self.name, self.reason, self.over = QLineEdit(), QLineEdit(), QComboBox()
        for field, label in (
            (self.name, _("Name")),
            (self.reason, _("Reason")),
            (self.over, _("Over")),
        ):
            self.add_labelled(label, field)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.add_button(_("Place"), self._place, primary=True)
        self.name.setFocus()

    def offer(self, rows: tuple[DocumentRow, ...], naming: Naming) -> None:
        """Offer what the hold may be over: these documents, all of their sender or their type."""
        count = len(rows)
        held = HoldForm("", "", documents=tuple(row.id for row in rows))
        self.over.addItem(many("{n} chosen document", "{n} chosen documents", count), held)
        first = rows[0]
        if first.correspondent_id is not None:
            form = HoldForm("", "", contact_id=first.correspondent_id)
            self.over.addItem(_("Everything of {contact}", contact=first.correspondent), form)
        if first.type_id is not None:
            form = HoldForm("", "", type_id=first.type_id)
            self.over.addItem(_("Every {type}", type=naming.type(first.type_id)), form)

    def _place(self) -> None:
        over: HoldForm = self.over.currentData()
        form = HoldForm(
            self.name.text(), self.reason.text(), over.documents, over.contact_id, over.type_id
        )
        self._shell.client.do(self._placed, holding.place, form)

    def _placed(self, hold: Hold) -> None:
        self._shell.say(_("Hold placed: {hold}", hold=hold.name))
        self.accept()


def place_hold(
    shell: Shell, parent: QWidget, rows: tuple[DocumentRow, ...], naming: Naming
) -> HoldDialog:
    """Ask for a hold over these documents, and place it."""
    dialog = HoldDialog(shell, parent)
    dialog.offer(rows, naming)
    dialog.open()
    return dialog

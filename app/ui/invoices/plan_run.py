"""A run in a tab: every invoice that the plans would make is looked at, then all are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.recurring.plan import INVOICING, ORDERING, Makes
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import recurring
from app.services.planning import Planned
from app.services.recurring import Outcome
from app.ui.invoices.plan_words import span_text
from app.ui.invoices.run_words import counts_text, gross_text, why_text
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

KIND, RUN = "plan-run", "invoice.issue"
_WILL = {
    Makes.DRAFT: mark("A draft"),
    Makes.ISSUE: mark("Is issued"),
    Makes.ORDER: mark("A draft of an order"),
    Makes.CONFIRMED: mark("Is confirmed"),
}
_DAY_WIDTH = 140


@dataclass(frozen=True, slots=True)
class RunOf:
    """What a run is of: the plans that it looks at, where one is opened, and its words."""

    kind: str
    record: str
    makes: frozenset[Makes]
    title: str
    table: str
    call: str
    doing: str
    counted: Callable[[int], str]


BILLS = RunOf(
    KIND,
    "plan",
    INVOICING,
    mark("Bill what is due"),
    mark("Invoices to be made"),
    mark("Make the invoices"),
    mark("Making the invoices"),
    lambda n: many("{n} invoice", "{n} invoices", n),
)
STANDING = RunOf(
    "standing-run",
    "standing",
    ORDERING,
    mark("Make the orders that are due"),
    mark("Orders to be made"),
    mark("Make the orders"),
    mark("Making the orders"),
    lambda n: many("{n} order", "{n} orders", n),
)


class RunLine:
    """One invoice that would be made, as a line of a table."""

    def __init__(self, place: int, planned: Planned) -> None:
        self.id = place
        self.planned = planned


def _what(line: RunLine) -> str:
    return _("Skipped") if line.planned.is_skipped else _(_WILL[line.planned.makes])


def _tone(line: RunLine) -> str:
    if line.planned.is_skipped:
        return "bad"
    return "good" if line.planned.makes.is_final else "accent"


COLUMNS: tuple[Column[RunLine], ...] = (
    Column(mark("Customer"), lambda line: line.planned.customer_name, width=170),
    Column(mark("Plan"), lambda line: line.planned.name, width=170),
    Column(
        mark("Period"),
        lambda line: span_text(line.planned.begins_on, line.planned.ends_on),
        width=176,
    ),
    Column(mark("Amount"), lambda line: gross_text(line.planned.gross), right=True, width=104),
    Column(mark("What is made"), _what, tone=_tone, is_pill=True, width=104),
    Column(mark("Remark"), lambda line: why_text(line.planned.problems), width=200),
)


class PlanRunPage(RecordPage):
    """Shows what a run would make by a day; Ctrl+Enter makes it, Enter opens a plan."""

    def __init__(self, shell: Shell, record: int | None, of: RunOf | None = None) -> None:
        self._of = of or BILLS
        super().__init__(shell, self._of.kind, record)
        self._planned: Sequence[Planned] = ()
        self.setWindowTitle(_(self._of.title))
        self.head = PageBar(_(self._of.title), shell.book, (RUN,))
        self.form, self.until = Form(), DateEdit(shell.today)
        self.until.put(shell.today())
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.table: ShortTable[RunLine] = ShortTable(_(self._of.table), COLUMNS)
        self.table.give_room(COLUMNS[-1].title)
        self._lay_out()
        self.table.opened.connect(self._open)
        self.until.edited.connect(self.refresh)
        shell.book.offer(
            self, {RUN: self.run, "plan.open": self._open_chosen, "list.refresh": self.refresh}
        )
        shell.book.call(self, RUN, _(self._of.call))
        shell.book.allow(self, RUN, allowed=False)
        lead_to(self, self.table)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Look again what would be made."""
        day = self.until.value()
        if day is not None:
            makes = tuple(self._of.makes)
            self.shell.client.ask_or(
                self._show, self._not_shown, recurring.preview, day, None, makes
            )

    def run(self) -> None:
        """Make every invoice that is not skipped."""
        day = self.until.value()
        if day is None:
            return
        self.shell.book.allow(self, RUN, allowed=False)
        work = self.shell.client.errand(
            self._made, recurring.run, day, None, tuple(self._of.makes), refused=self._not_made
        )
        self.shell.watch(work, _(self._of.doing))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.until.hasFocus():
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        px = theme().px
        self.form.add("until", _("Until"), self.until, columns=12)
        self.form.setMaximumWidth(px(_DAY_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.form)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)

    def _show(self, planned: Sequence[Planned]) -> None:
        self._planned = planned
        self.table.show_rows([RunLine(place, one) for place, one in enumerate(planned, 1)])
        self.told.setText(_counts(planned, self._of))
        is_any = any(not one.is_skipped for one in planned)
        self.shell.book.allow(self, RUN, allowed=is_any)

    def _not_shown(self, error: OfficeError) -> None:
        self.shell.refuse(error)

    def _made(self, outcome: Outcome) -> None:
        self.shell.say(_outcome(outcome))
        self.refresh()
        self.table.setFocus()

    def _not_made(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.refresh()

    def _open(self, record: object) -> None:
        line = self.table.row_of(record) if isinstance(record, int) else None
        if line is not None:
            self.shell.open(self._of.record, line.planned.plan_id)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"recurring_plan", "contact", "product"}:
            self.refresh()


def _counts(planned: Sequence[Planned], of: RunOf) -> str:
    """Return how much would be made over how much, and how many are skipped."""
    if not planned:
        return _("Nothing is due by that day.")
    ready = [one for one in planned if not one.is_skipped]
    made = of.counted(len(ready))
    return counts_text(made, (one.gross for one in ready), len(planned) - len(ready))


def _outcome(outcome: Outcome) -> str:
    made = (outcome.issued, outcome.drafted, outcome.ordered, outcome.skipped)
    issued, drafted, ordered, skipped = (len(one) for one in made)
    parts = (
        many("{n} invoice issued", "{n} invoices issued", issued) if issued else "",
        many("{n} draft made", "{n} drafts made", drafted) if drafted else "",
        many("{n} order made", "{n} orders made", ordered) if ordered else "",
        many("{n} skipped", "{n} skipped", skipped) if skipped else "",
    )
    told = " · ".join(part for part in parts if part) or _("Nothing was to be made")
    return _("{invoices}; the rest waits", invoices=told) if outcome.is_stopped else told

"""The card of a plan: its facts, the invoices to come, and those that were made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.orders.order import OrderState
from app.domain.recurring.plan import Plan
from app.lang.texts import mark
from app.services.plans import Done, SeenPlan
from app.ui.invoices.listing import state_text
from app.ui.invoices.plan_words import BILLINGS, MAKES, interval_text, span_text
from app.ui.invoices.run_words import gross_text
from app.ui.kit.labels import LineLabel, plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

ORDER_STATES = {
    OrderState.DRAFT: mark("Draft"),
    OrderState.CONFIRMED: mark("Confirmed"),
    OrderState.CLOSED: mark("Closed"),
    OrderState.CANCELLED: mark("Cancelled"),
}


class DoneLine:
    """A period that is done, as a line of a table."""

    def __init__(self, place: int, done: Done) -> None:
        self.id = place
        self.done = done


def _number(line: DoneLine) -> str:
    done = line.done
    if done.order_state is not None:
        return done.number or _(ORDER_STATES[done.order_state])
    if done.state is None:
        return _("Left out")
    return done.number or state_text(done.state)


COLUMNS: tuple[Column[DoneLine], ...] = (
    Column(mark("Period"), lambda line: formats().day(line.done.period.begins_on), width=92),
    Column(mark("Number"), _number, width=112),
    Column(mark("Amount"), lambda line: gross_text(line.done.gross), right=True, width=92),
)


class PlanCard(QFrame):
    """Shows one plan; ``opened(kind, id)`` tells which invoice or order is to be opened."""

    opened = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = LineLabel("", "heading")
        self.facts = plain_label("", "muted")
        self.facts.setWordWrap(True)
        self.table: ShortTable[DoneLine] = ShortTable(_("Periods that are done"), COLUMNS)
        self.table.give_room(COLUMNS[0].title)
        self.table.opened.connect(self._open)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), 0, px(4), px(12))
        column.setSpacing(px(4))
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addSpacing(px(8))
        self.done = plain_label("", "label")
        column.addWidget(self.done)
        column.addWidget(self.table, 1)
        column.addStretch()
        self._show_done([])
        theme().dress(self, controls)

    def show_seen(self, seen: SeenPlan) -> None:
        """Show a plan and what was made of it."""
        self.title.setText(seen.plan.form.name)
        self.facts.setText("\n".join(facts_of(seen.plan)))
        self._show_done([DoneLine(place, one) for place, one in enumerate(seen.done, 1)])

    def empty(self) -> None:
        """Show nothing: the list is empty."""
        self.title.clear()
        self.facts.clear()
        self._show_done([])

    def _show_done(self, lines: list[DoneLine]) -> None:
        """Show the periods that are done; where none is, say so in the place of the table."""
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        self.done.setText(_("Periods that are done") if lines else _("No period is done yet"))

    def _open(self, record: object) -> None:
        line = self.table.row_of(record) if isinstance(record, int) else None
        if line is None:
            return
        period = line.done.period
        if period.invoice_id is not None:
            self.opened.emit("invoice", period.invoice_id)
        elif period.order_id is not None:
            self.opened.emit("order", period.order_id)


def facts_of(plan: Plan) -> tuple[str, ...]:
    """Return the facts of a plan, a line for each."""
    form, day = plan.form, formats().day
    found = [f"{interval_text(form.every, form.unit)} · {_(BILLINGS[form.billing])}"]
    found.append(_("Makes: {what}", what=_(MAKES[form.makes])))
    period = next(plan.upcoming(), None)
    if period is not None:
        found.append(_("Next period: {span}", span=span_text(period.begins_on, period.ends_on)))
    if form.ends_on is not None:
        found.append(_("Ends on {day}", day=day(form.ends_on)))
    if form.times is not None:
        found.append(_("{made} of {times} billed", made=plan.made, times=form.times))
    if form.rise is not None:
        percent = form.rise.percent
        told = formats().percent(percent) if percent else _("new prices")
        found.append(_("Prices rise on {day}: {how}", day=day(form.rise.since), how=told))
    return tuple(found)

"""A count in a tab: planned, counted line by line, looked at, approved and posted."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.shared.ids import CountId
from app.domain.shared.refusals import OfficeError
from app.domain.stock.count import KIND, CountState
from app.domain.stock.count_row import CountLineRow
from app.services import counts
from app.services.counts import CountCard
from app.ui.kit.fields import TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable, SumLine
from app.ui.kit.texts import _, formats, many, place_text
from app.ui.kit.theme import theme
from app.ui.stock.count_entry import CountEntry
from app.ui.stock.count_verbs import CountVerbs
from app.ui.stock.count_words import LINES, REASONS, STATES, TONES, progress_text
from app.ui.stock.counting import Counting

_BUTTONS = ("count.print", "count.start", "count.review", "count.approve", "count.post")
_HIDDEN_WHILE_BLIND = ("Books", "Difference", "Worth")


class CountPage(RecordPage):
    """Shows a count; a code or Enter chooses a line, then its figure is typed."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self.count_id = CountId(record or 0)
        self.card: CountCard | None = None
        self.setWindowTitle(_("Count"))
        self.head = PageBar(_("Count"), shell.book, _BUTTONS)
        self.state = Pill()
        self.head.add(self.state)
        self.told = plain_label("", "muted")
        self.entry = CountEntry()
        self.reason = TextEdit()
        self.reason_line = self._reason_line()
        self.table: ShortTable[CountLineRow] = ShortTable(_("Lines of the count"), LINES)
        self.table.give_room("Goods")
        self.sums = SumLine(self.table)
        self.counting = Counting(self)
        self.verbs = CountVerbs(self)
        self._lay_out()
        self.table.opened.connect(self._take)
        self.table.chosen.connect(self._look_at)
        self.reason.returnPressed.connect(self.verbs.explain)
        lead_to(self, self.entry.code)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Read the count again."""
        self.shell.client.ask_or(self.show_card, self._gone, counts.get, self.count_id)

    def line(self) -> CountLineRow | None:
        """Return the line that is chosen."""
        chosen = self.table.chosen_id()
        return self.table.row_of(chosen) if chosen is not None else None

    @property
    def count_state(self) -> CountState | None:
        """Where the count stands; none before it was read."""
        return self.card.count.state if self.card else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_typed = bool(event.text().strip()) and self.table.hasFocus()
        if is_typed and self.entry.isVisible():
            self.entry.code.setFocus()
            self.entry.code.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.told)
        column.addWidget(self.entry)
        column.addWidget(self.reason_line)
        column.addWidget(self.table, 1)
        column.addWidget(self.sums)
        self.told.setWordWrap(True)
        self.entry.hide()
        self.reason_line.hide()

    def _reason_line(self) -> QWidget:
        held = QWidget()
        line = QHBoxLayout(held)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        self.reason.setAccessibleName(_("Reason of the difference"))
        offered = ", ".join(_(one) for one in REASONS[:4])
        self.reason.setPlaceholderText(_("Why? {reasons} … Enter keeps it", reasons=offered))
        theme().dress(held, controls)
        line.addWidget(plain_label(_("Reason"), "label"))
        line.addWidget(self.reason, 1)
        return held

    def show_card(self, card: CountCard) -> None:
        """Show how the count stands now."""
        before, self.card = self.count_state, card
        self._tell(card)
        blind = card.count.hides_books
        for place, column in enumerate(self.table.rows.columns):
            hidden = blind and column.title in _HIDDEN_WHILE_BLIND
            self.table.setColumnHidden(place, hidden)
        self.table.show_rows(card.lines)
        self.entry.setVisible(card.count.state is CountState.COUNTING)
        self.reason_line.setVisible(card.count.state is CountState.REVIEW)
        total = sum(one.value_minor for one in card.lines if one.line.difference)
        written = formats().amount(total, card.lines[0].currency) if card.lines else ""
        self.sums.setVisible(not blind and bool(total))
        self.sums.show_sums({"Worth": written})
        self.verbs.allow()
        if before is not card.count.state:
            QTimer.singleShot(0, self, self._enter)

    def _tell(self, card: CountCard) -> None:
        title = _("Count {number}", number=card.row.number)
        self.titled.emit(title)
        self.setWindowTitle(title)
        self.head.title.setText(title)
        self.state.tell(_(STATES[card.count.state]), TONES[card.count.state])
        told = [place_text(card.row.warehouse), progress_text(card.row)]
        if card.count.is_blind:
            told.append(_("blind"))
        above = len(card.count_above)
        if card.count.state is CountState.REVIEW and above and not card.count.approved_by:
            percent = formats().percent(card.count.limit) if card.count.limit else ""
            wanted = many(
                "{n} difference above {percent} waits for a second person",
                "{n} differences above {percent} wait for a second person",
                above,
                percent=percent,
            )
            told.append(wanted)
        if card.count.approved_by:
            told.append(_("approved by {who}", who=card.count.approved_by))
        if card.count.reason:
            told.append(card.count.reason)
        self.told.setText(" · ".join(told))

    def _enter(self) -> None:
        """Put the keyboard where the work goes on."""
        if not self.isVisible():
            return
        if self.count_state is CountState.COUNTING:
            self.entry.code.setFocus()
        elif self.count_state is CountState.REVIEW:
            self.verbs.next_without_reason()
        else:
            self.table.setFocus()

    def _take(self, _record: object) -> None:
        if self.count_state is CountState.COUNTING:
            self.counting.take_chosen()
        elif self.count_state is CountState.REVIEW:
            self.reason.setFocus()

    def _look_at(self, _record: object) -> None:
        line = self.line()
        if line is not None and self.count_state is CountState.REVIEW:
            self.reason.put(line.line.reason)
        self.verbs.allow()

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"stock_count", "stock_count_line"}:
            self.refresh()

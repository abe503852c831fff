"""What is done with a count as a whole: begun, looked at, explained, approved, posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.shared.refusals import Invalid, OfficeError
from app.domain.stock.count import Count, CountState, Rest
from app.domain.stock.count_refusals import LinesLeft
from app.services import counts
from app.services.counts import CountCard, Reason
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.texts import _, many

if TYPE_CHECKING:
    # The page owns its verbs; each knows the other.
    from app.ui.stock.count_page import CountPage

_OPEN = (CountState.PLANNED, CountState.COUNTING, CountState.REVIEW)


class CountVerbs:
    """Offers the actions of one page that shows a count."""

    def __init__(self, page: CountPage) -> None:
        self._page = page
        self._shell = page.shell
        page.shell.book.offer(
            page,
            {
                "count.start": self.start,
                "count.review": self.review,
                "count.recount": page.counting.again,
                "count.approve": self.approve,
                "count.post": self.post,
                "count.cancel": self.ask_cancel,
                "count.print": self.print_out,
                "goods.trail": self._follow,
                "list.copy": self.copy,
                "list.refresh": page.refresh,
            },
        )
        self.allow()

    def allow(self) -> None:
        """Say what can be done now."""
        page, state = self._page, self._page.count_state
        card, line = page.card, page.line()
        is_counted = line is not None and line.line.counted is not None
        waits = card is not None and bool(card.count_above) and not card.count.approved_by
        may = {
            "count.start": state is CountState.PLANNED,
            "count.review": state is CountState.COUNTING,
            "count.recount": is_counted and state in {CountState.COUNTING, CountState.REVIEW},
            "count.approve": state is CountState.REVIEW and waits,
            "count.post": state is CountState.REVIEW,
            "count.cancel": state in _OPEN,
            "count.print": card is not None,
            "goods.trail": line is not None and not (card and card.count.hides_books),
        }
        for name, allowed in may.items():
            self._shell.book.allow(page, name, allowed=allowed)

    def start(self) -> None:
        """Begin to count."""
        self._shell.client.do(self._begun, counts.start, self._page.count_id)

    def review(self) -> None:
        """Look at the differences; lines nobody counted are asked about."""
        asked = (self._page.count_id, Rest.COUNT)
        self._shell.client.do(self._changed, counts.review, *asked, refused=self._left)

    def approve(self) -> None:
        """Approve the differences as they are seen."""
        if self._page.card is not None:
            seen = self._page.card.count
            answer = self._approved
            self._shell.client.do(
                answer, counts.approve, seen.id, seen.version, refused=self._refused
            )

    def post(self) -> None:
        """Post the count as it is seen."""
        if self._page.card is not None:
            seen = self._page.card.count
            self._shell.client.do(
                self._posted, counts.post, seen.id, seen.version, refused=self._refused
            )

    def explain(self) -> None:
        """Keep the reason of the chosen lines, and go on with the next that has none."""
        card, page = self._page.card, self._page
        words = page.reason.value()
        if card is None or not words:
            return
        ids = page.table.selected_ids()
        rows = [one for one in map(page.table.row_of, ids) if one is not None]
        told = tuple(Reason(one.line.id, words) for one in rows if one.line.difference)
        if told:
            asked = (page.count_id, card.count.version, told)
            self._shell.client.do(self._explained, counts.explain, *asked, refused=self._refused)

    def next_without_reason(self) -> None:
        """Choose the first line that differs and does not say why."""
        page = self._page
        lines = page.card.lines if page.card else ()
        differing = [one for one in lines if one.line.difference]
        waiting = [one for one in differing if not one.line.reason]
        if waiting:
            page.table.choose(waiting[0].id)
            page.reason.put("")
            page.reason.setFocus()
        elif differing:
            page.table.choose(differing[0].id)
            page.table.setFocus()
        else:
            page.table.setFocus()

    def ask_cancel(self) -> None:
        """Ask why the count is given up."""
        question = Question(
            _("Cancel the count?"),
            _("Nothing of it is booked. Its number stays."),
            _("Cancel the count"),
        )
        ask_words(self._page, question, (_("Why"),), self._cancel)

    def print_out(self) -> None:
        """Show the sheet, or the result, as it prints."""
        self._shell.open("count-paper", self._page.count_id)

    def copy(self) -> None:
        """Copy the lines for a spreadsheet."""
        count = self._page.table.copy_rows()
        self._shell.say(many("{n} row copied", "{n} rows copied", count))

    def _follow(self) -> None:
        line = self._page.line()
        if line is not None:
            self._shell.open("goods-trail", line.line.spot.product_id)

    def _cancel(self, words: tuple[str, ...]) -> None:
        asked = (self._page.count_id, words[0])
        self._shell.client.do(self._changed, counts.cancel, *asked, refused=self._refused)

    def _left(self, error: OfficeError) -> None:
        if not isinstance(error, LinesLeft):
            self._refused(error)
            return
        left = int(str(error.facts["count"]))
        question = Question(
            many("{n} line is not counted", "{n} lines are not counted", left),
            _("What nobody counted stays as the books have it."),
            _("Leave them out"),
        )
        ask(self._page, question, self._leave)

    def _leave(self) -> None:
        asked = (self._page.count_id, Rest.LEAVE)
        self._shell.client.do(self._changed, counts.review, *asked, refused=self._refused)

    def _begun(self, _count: Count) -> None:
        self._shell.say(_("The count has begun; goods may go on moving"))

    def _changed(self, _count: Count) -> None:
        self._page.refresh()

    def _explained(self, _count: Count) -> None:
        self._page.reason.put("")
        self._shell.client.ask(self._go_on, counts.get, self._page.count_id)

    def _go_on(self, card: CountCard) -> None:
        self._page.show_card(card)
        self.next_without_reason()

    def _approved(self, _count: Count) -> None:
        self._shell.say(_("The differences are approved"))

    def _posted(self, count: Count) -> None:
        differing = len(count.differing)
        told = many("{n} difference is booked", "{n} differences are booked", differing)
        self._shell.say(_("{number} is posted: {told}", number=count.number, told=told))

    def _refused(self, error: OfficeError) -> None:
        self._shell.refuse(error)
        if isinstance(error, Invalid):
            self.next_without_reason()
        self._page.refresh()

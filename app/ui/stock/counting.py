"""Counting at the page: what a scan chooses, and what becomes of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.shared.ids import LocationId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import OfficeError
from app.domain.stock.count import CountLine, CountState
from app.domain.stock.count_refusals import CountedAlready
from app.domain.stock.count_row import CountLineRow
from app.domain.stock.move import Spot
from app.services import counts, scanning
from app.services.scanning import Found
from app.ui.kit.messages import error_sentence, problem_text
from app.ui.kit.texts import _, formats, place_text, say

if TYPE_CHECKING:
    # The page owns its counting; each knows the other.
    from app.ui.stock.count_page import CountPage


class Counting:
    """Takes codes and figures of one page; what was scanned stays chosen until it is counted."""

    def __init__(self, page: CountPage) -> None:
        self._page = page
        self._entry = page.entry
        self._place: LocationId | None = None
        self._wanted: CountLineRow | None = None
        self._new: Spot | None = None
        self._is_scanned = False
        self._is_again = False
        self._entry.scanned.connect(self._scan)
        self._entry.counted.connect(self._count)
        self._entry.put_back.connect(self._leave)

    def take_chosen(self) -> None:
        """Ask for the figure of the line that the cursor stands on."""
        line = self._page.line()
        self._is_scanned = False
        if line is not None:
            self._ask(line)

    def again(self) -> None:
        """Ask for another figure of the chosen line, knowingly."""
        line = self._page.line()
        if line is not None and line.line.counted is not None:
            self._entry.show()
            self._ask(line)

    def _scan(self, text: str) -> None:
        if not text.strip():
            self.take_chosen()
            return
        client, product = self._page.shell.client, None
        client.ask(self._found, scanning.find, text, product)

    def _found(self, found: Found) -> None:
        if found.problem is not None:
            self._entry.tell(problem_text(found.problem), "bad")
        elif found.location_id is not None:
            self._go_to_place(found)
        else:
            self._go_to_goods(found)

    def _go_to_place(self, found: Found) -> None:
        self._place = found.location_id
        here = [one for one in self._lines() if one.line.spot.location_id == self._place]
        if not here:
            self._entry.tell(_("Nothing of this count lies at {place}.", place=found.text), "warn")
            return
        self._page.table.choose(_first(here).id)
        self._entry.tell(
            _("At {place}: {n} lines", place=place_text(here[0].place), n=len(here)), "good"
        )

    def _go_to_goods(self, found: Found) -> None:
        lines = [one for one in self._lines() if one.line.spot.product_id == found.product_id]
        if found.lot_id is not None:
            lines = [one for one in lines if one.line.spot.lot_id == found.lot_id]
        here = [one for one in lines if one.line.spot.location_id == self._place]
        self._is_scanned = True
        if here or lines:
            self._ask(_first(here or lines), found.quantity)
        else:
            self._ask_new(found)

    def _ask_new(self, found: Found) -> None:
        """Ask how much of something lies there that the sheet does not know."""
        card = self._page.card
        if card is None or found.product_id is None:
            return
        where = self._place or card.count.warehouse_id
        self._wanted, self._is_again = None, False
        self._new = Spot(found.product_id, where, found.lot_id)
        told = _("{code} is not on the sheet: how much of it lies here?", code=found.text)
        self._entry.ask(told, found.quantity)

    def _ask(self, line: CountLineRow, quantity: Quantity | None = None) -> None:
        self._wanted, self._new = line, None
        self._is_again = line.line.counted is not None
        self._page.table.choose(line.id)
        goods = f"{line.code} {line.name_in(say().language)} {line.lot}"
        name = f"{place_text(line.place)} · {goods}".strip()
        if self._is_again and line.line.counted is not None:
            before = formats().decimal(line.line.counted)
            who = line.line.counted_by
            words = _(
                "{goods}: {who} counted {value}. Another figure is a recount.",
                goods=name,
                who=who,
                value=before,
            )
        else:
            words = _("{goods}: how much lies there?", goods=name)
        self._entry.ask(words, quantity)

    def _count(self, counted: object) -> None:
        client, count_id = self._page.shell.client, self._page.count_id
        quantity = Quantity(counted)  # type: ignore[arg-type]  # the signal carries a Quantity
        if self._new is not None:
            asked = (count_id, self._new, quantity)
            client.do(self._counted, counts.found, *asked, refused=self._refused)
        elif self._wanted is not None:
            verb = counts.recount if self._is_again else counts.enter
            told = (count_id, self._wanted.line.id, quantity)
            client.do(self._counted, verb, *told, refused=self._refused)

    def _counted(self, line: CountLine) -> None:
        counted = formats().decimal(line.counted) if line.counted is not None else ""
        name = f"{self._wanted.code} " if self._wanted else ""
        self._entry.tell(_("{goods}{value} written down", goods=name, value=counted), "good")
        self._entry.figure.clear()
        self._new = None
        if self._page.count_state is CountState.REVIEW:
            self._entry.hide()
            return
        self._go_on(line)

    def _go_on(self, line: CountLine) -> None:
        """Choose the next line nobody counted; who counts by hand goes on with its figure."""
        rows = list(self._lines())
        at = next((n for n, one in enumerate(rows) if one.line.id == line.id), -1)
        after = [*rows[at + 1 :], *rows[: max(at, 0)]]
        waiting = [one for one in after if one.line.counted is None and one.line.id != line.id]
        if waiting:
            self._page.table.choose(waiting[0].id)
        self._wanted = None
        if waiting and not self._is_scanned:
            told = self._entry.told.text()
            self._ask(waiting[0])
            self._entry.tell(f"{told.lstrip('✓ ')} · {self._entry.told.text()}", "good")
        else:
            self._entry.code.setFocus()

    def _refused(self, error: OfficeError) -> None:
        self._entry.tell(str(error_sentence(error)), "bad")
        if isinstance(error, CountedAlready):
            self._is_again = True
            self._page.refresh()
        self._entry.figure.setFocus()
        self._entry.figure.selectAll()

    def _leave(self) -> None:
        self._wanted = self._new = None
        self._entry.figure.clear()
        self._entry.tell("")
        self._entry.code.setFocus()

    def _lines(self) -> tuple[CountLineRow, ...]:
        return self._page.card.lines if self._page.card else ()


def _first(lines: list[CountLineRow]) -> CountLineRow:
    """Return the first line nobody counted, else the first."""
    return next((one for one in lines if one.line.counted is None), lines[0])

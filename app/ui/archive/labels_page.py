"""Labels with serial numbers, separator sheets, calibration: how they look before they print.

Numbers are taken when labels are printed or saved, not while they are looked at; the labels of a
range that was taken can be printed again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.archive.serials import SerialRange
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import postal, serials, shelving
from app.services.shelving import Stock
from app.ui.archive.label_fields import CALIBRATION, LABELS, SEPARATORS, LabelFields
from app.ui.archive.overview import Overview, side_by_side
from app.ui.kit.focus import lead_to
from app.ui.kit.messages import error_sentence
from app.ui.kit.preview import Preview, ask_where
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

KIND = "labels"
SORTS = (
    (LABELS, mark("Labels")),
    (SEPARATORS, mark("Separator sheets")),
    (CALIBRATION, mark("Calibration page")),
)
HINTS = {
    LABELS: mark(
        "Printing or saving takes the numbers: they are given to nothing else afterwards."
    ),
    SEPARATORS: mark("Lay one between two documents: the stack is split there after scanning."),
    CALIBRATION: mark("Print it and measure its lines; what you enter is kept for this machine."),
}
_TABLES = frozenset({"serial_range", "document"})


Paper = Callable[[bytes, str], object]
"""Something that is done with a PDF and its name."""


class LabelsPage(Overview):
    """Shows sheets as they will print; printing takes the numbers."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, _("Labels"), ("labels.save", "labels.print"))
        self.sort = LABELS
        self.stock: Stock | None = None
        self.strip = self.put_strip(SORTS, self.sort)
        self.strip.chosen.connect(self._turn)
        self.fields = LabelFields()
        self._follow_printer()
        self.preview = Preview(shell.client.lanes)
        self.preview.go_without_tools()
        self.preview.told.connect(shell.say)
        self._lay_out()
        self.fields.edited.connect(self._keep_off)
        self.fields.edited.connect(self.draw)
        shell.settings.changed.connect(self._follow_printer)
        self.fields.submitted.connect(self.print_out)
        shell.book.offer(
            self,
            {
                "labels.print": self.print_out,
                "labels.save": self.save,
                "document.print": self.print_out,
                "document.export": self.save,
                "list.refresh": self.refresh,
            },
        )
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Ask which labels there are, and which numbers are free."""
        self.shell.client.ask(self._show, shelving.stock)

    def draw(self) -> None:
        """Draw what the fields ask for, as it will print."""
        self.preview.wait()
        self._ask(self._show_pdf)

    def print_out(self) -> None:
        """Print; new numbers are taken first."""
        self._take(self._print)

    def save(self) -> None:
        """Save as PDF; new numbers are taken first."""
        self._take(self._save)

    def _lay_out(self) -> None:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, theme().px(12), theme().px(12))
        column.addWidget(self.fields)
        column.addStretch(1)
        self.column.addWidget(side_by_side(Scrolled(held), self.preview), 1)
        lead_to(self, self.fields.count)

    def _turn(self, name: str) -> None:
        self.sort = name
        self.strip.mark(name)
        self.fields.show_part(name)
        self._say()
        self.draw()

    def _show(self, stock: Stock) -> None:
        self.stock = stock
        self.fields.know(stock)
        self._say()
        self.draw()

    def _say(self) -> None:
        self.hint.setText(_(HINTS[self.sort]))

    def _follow_printer(self) -> None:
        now = self.shell.settings.now
        self.fields.put_off(now.print_right, now.print_down)

    def _keep_off(self) -> None:
        now, (right, down) = self.shell.settings.now, self.fields.off()
        if (now.print_right, now.print_down) != (right, down):
            self.shell.settings.change(print_right=right, print_down=down)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    def _show_pdf(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf, self._name())

    def _name(self) -> str:
        if self.sort != LABELS or self.stock is None:
            return _(dict(SORTS)[self.sort]) + ".pdf"
        first, last = self.fields.numbers(self.stock)
        return _("Labels {first}–{last}", first=first, last=last) + ".pdf"

    def _ask(self, answer: Callable[[bytes], object]) -> None:
        """Ask for the sheets that the fields say."""
        if self.stock is None:
            return
        ask_or = self.shell.client.ask_or
        if self.sort == SEPARATORS:
            ask_or(answer, self._hold, serials.separators, self.fields.sheets())
        elif self.sort == CALIBRATION:
            ask_or(answer, self._hold, postal.calibration_page, self.fields.feed())
        else:
            first, last = self.fields.numbers(self.stock)
            ask_or(answer, self._hold, serials.labels, first, last, self.fields.feed())

    def _hold(self, error: OfficeError) -> None:
        found = error_sentence(error)
        self.preview.hold(" ".join(part for part in (found.what, found.todo) if part))

    def _take(self, then: Paper) -> None:
        """Take the numbers that are not taken yet, and hand the sheets on."""
        if self.sort != LABELS or self.fields.again.value() is not None:
            self._ask(partial(self._hand, then))
        else:
            taken = partial(self._taken, then)
            self.shell.client.do(taken, serials.reserve, self.fields.wanted())

    def _taken(self, then: Paper, taken: SerialRange) -> None:
        self.shell.say(_("Numbers {first}–{last} are taken", first=taken.first, last=taken.last))
        self.fields.choose(taken)
        self.draw()
        self._ask(partial(self._hand, then))

    def _print(self, pdf: bytes, name: str) -> None:
        # Qt looks for printers when its print module is loaded.
        from app.ui.kit.printing import print_pdf  # noqa: PLC0415  it looks for printers

        print_pdf(self, self.shell.client.lanes, pdf, name.removesuffix(".pdf"))

    def _save(self, pdf: bytes, name: str) -> None:
        ask_where(self.preview, pdf, name)

    def _hand(self, then: Paper, pdf: bytes) -> None:
        then(pdf, self._name())

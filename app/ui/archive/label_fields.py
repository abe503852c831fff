"""What labels are printed: on which sheet, from which place on it, how many, and which again."""

from __future__ import annotations

from decimal import Decimal

from app.domain.admin.preferences import tenths
from app.domain.archive.serials import MOST_AT_ONCE, Feed, SerialRange
from app.domain.shared.ids import SerialRangeId
from app.services.serials import LabelKind
from app.services.shelving import Stock
from app.ui.kit.fields import ChoiceEdit, NumberEdit
from app.ui.kit.form import Form
from app.ui.kit.texts import _, formats

LABELS, SEPARATORS, CALIBRATION = "labels", "separators", "calibration"
_OFF = ("right", "down")
_PARTS = {
    LABELS: ("again", "kind", "count", "start", *_OFF),
    SEPARATORS: ("sheets",),
    CALIBRATION: _OFF,
}
_ALL = (*_PARTS[LABELS], *_PARTS[SEPARATORS])
_USUAL_SHEETS = 10


class LabelFields(Form):
    """Fields that say how labels are printed; ``again`` is a range whose numbers are taken."""

    def __init__(self) -> None:
        super().__init__()
        self._kinds: dict[str, LabelKind] = {}
        self._ranges: dict[SerialRangeId, SerialRange] = {}
        self._is_begun = False
        self.again: ChoiceEdit[SerialRangeId | None] = ChoiceEdit([(None, "")])
        self.kind: ChoiceEdit[str] = ChoiceEdit([("", "")])
        self.count, self.start = NumberEdit(0), NumberEdit(0)
        self.right, self.down = NumberEdit(1), NumberEdit(1)
        self.sheet_count = NumberEdit(0)
        self.sheet_count.put(Decimal(_USUAL_SHEETS))
        self._lay_out()
        self.kind.edited.connect(self._fill_sheet)
        self.again.edited.connect(self._follow)

    def know(self, stock: Stock) -> None:
        """Offer the sheets there are and the ranges that were printed."""
        self._kinds = {one.code: one for one in stock.kinds}
        self._ranges = {one.id: one for one in stock.printed}
        kind, again = self.kind.value(), self.again.value()
        self.kind.offer([(one.code, kind_text(one)) for one in stock.kinds])
        new = _("New numbers from {number}", number=stock.next_free)
        self.again.offer([(None, new), *((one.id, again_text(one)) for one in stock.printed)])
        if kind in self._kinds:
            self.kind.put(kind)
        if again in self._ranges:
            self.again.put(again)
        if not self._is_begun:
            self._is_begun = True
            self.start.put(Decimal(1))
            self._fill_sheet()

    def choose(self, taken: SerialRange) -> None:
        """Go on with a range whose numbers have just been taken."""
        self._ranges[taken.id] = taken
        others = [(one.id, again_text(one)) for one in self._ranges.values() if one != taken]
        self.again.offer([(taken.id, again_text(taken)), *others])
        self.again.put(taken.id)
        self._follow()

    def show_part(self, name: str) -> None:
        """Show the fields of labels, of separator sheets or of the calibration page."""
        for path in _ALL:
            self.cell(path).setVisible(path in _PARTS[name])

    def put_off(self, right: int, down: int) -> None:
        """Show how far the printer of this machine is off, in tenths of a millimetre."""
        for edit, kept in ((self.right, right), (self.down, down)):
            if tenths(edit.value()) != kept:
                edit.put(Decimal(kept) / 10)

    def off(self) -> tuple[int, int]:
        """Return how far the printer is off, in tenths of a millimetre."""
        return tenths(self.right.value()), tenths(self.down.value())

    def numbers(self, stock: Stock) -> tuple[int, int]:
        """Return the first and the last number of the labels."""
        taken = self._taken()
        if taken is not None:
            return taken.first, taken.last
        return stock.next_free, stock.next_free + self.wanted() - 1

    def wanted(self) -> int:
        """Return how many labels are asked for; none while that cannot be read."""
        return min(_whole(self.count), MOST_AT_ONCE + 1)

    def sheets(self) -> int:
        """Return how many separator sheets are asked for, one at least."""
        return max(_whole(self.sheet_count), 1)

    def feed(self) -> Feed:
        """Return how the sheets are fed."""
        skip = max(_whole(self.start) - 1, 0)
        return Feed(self.kind.value(), skip, _millimetres(self.right), _millimetres(self.down))

    def _lay_out(self) -> None:
        self.add("again", _("Numbers"), self.again, columns=12)
        self.add("kind", _("Label sheet"), self.kind, columns=12)
        self.add("count", _("How many"), self.count, columns=6)
        self.add("start", _("Begin at label"), self.start, columns=6)
        help_text = _("How far your printer is beside the mark, in millimetres")
        self.add("right", _("Move right, mm"), self.right, columns=6)
        self.add("down", _("Move down, mm"), self.down, columns=6, help_text=help_text)
        self.add("sheets", _("How many sheets"), self.sheet_count, columns=6)
        self.cell("sheets").hide()
        self.chain()

    def _taken(self) -> SerialRange | None:
        again = self.again.value()
        return self._ranges.get(again) if again is not None else None

    def _follow(self) -> None:
        """Let the count of a range that was taken stand as it is."""
        taken = self._taken()
        self.count.setEnabled(taken is None)
        if taken is not None:
            self.count.put(Decimal(len(taken.numbers)))

    def _fill_sheet(self) -> None:
        """Ask for as many labels as the rest of the sheet has."""
        kind = self._kinds.get(self.kind.value())
        if kind is not None and self._taken() is None:
            skip = max(_whole(self.start) - 1, 0) % kind.count
            self.count.put(Decimal(kind.count - skip))


def kind_text(one: LabelKind) -> str:
    """Return a label sheet in one line: its name, how many labels, and their size."""
    wide, high = (formats().decimal(side) for side in (one.width, one.height))
    return _(
        "{name} – {n} labels, {wide} × {high} mm", name=one.name, n=one.count, wide=wide, high=high
    )


def again_text(one: SerialRange) -> str:
    """Return a range that was printed, with its day."""
    day = formats().day(one.made_at.astimezone().date())
    return _("{first}–{last} again, taken {day}", first=one.first, last=one.last, day=day)


def _whole(field: NumberEdit) -> int:
    value = field.value() if field.is_readable() else None
    return int(value) if value is not None else 0


def _millimetres(field: NumberEdit) -> float:
    value = field.value() if field.is_readable() else None
    return float(value) if value is not None else 0.0

"""The Swiss QR-bill, 105 mm at the foot of the sheet: a receipt and a payment part.

Measures are those of the Style Guide QR-bill (SIX): parts of 62 and 148 mm, edges of 5 mm, a code
of 46 mm with the Swiss cross of 7 mm in its middle. Its words are the official ones.
"""

from __future__ import annotations

from app.documents.pdf.canvas import Canvas
from app.documents.pdf.codes import qr
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line
from app.documents.pdf.page import MM
from app.documents.pdf.payment_slips import shrunk
from app.documents.pdf.pens import BLACK, WHITE, Colour, Pen
from app.documents.pdf.pictures import mask
from app.documents.pdf.tags import Tag, instead, spoken
from app.documents.slips import SwissSlip

FORM = 105 * MM
NOTICE = 4 * MM
HEIGHT = FORM + NOTICE
THIN = 0.5
EDGE, RECEIPT, WIDTH = 5.0, 62.0, 210.0
TITLE_TOP, INFO_TOP, AMOUNT_TOP, ACCEPTANCE_TOP = 5.0, 12.0, 68.0, 82.0
CODE_LEFT, CODE_TOP, CODE_SIDE = 67.0, 17.0, 46.0
INFO_LEFT, INFO_WIDTH = 118.0, 87.0
CROSS = 7.0
MOST_LINES = 6.5
"""How many lines a value may take before it is written smaller."""
_GRID = 19.8
"""Units of the drawing of the cross in its 7 mm."""

TITLE = Pen(Style.BOLD, 11, BLACK)
SMALL_HEAD, SMALL = Pen(Style.BOLD, 6, BLACK, 1.5), Pen(size=8, colour=BLACK, spacing=1.13)
HEAD, VALUE = Pen(Style.BOLD, 8, BLACK), Pen(size=10, colour=BLACK, spacing=1.13)
NOTE = Pen(size=7, colour=BLACK)

_WORDS = {
    "en": {
        "receipt": "Receipt",
        "part": "Payment part",
        "account": "Account / Payable to",
        "reference": "Reference",
        "more": "Additional information",
        "payer": "Payable by",
        "empty": "Payable by (name/address)",
        "currency": "Currency",
        "amount": "Amount",
        "acceptance": "Acceptance point",
        "separate": "Separate before paying in",
    },
    "de": {
        "receipt": "Empfangsschein",
        "part": "Zahlteil",
        "account": "Konto / Zahlbar an",
        "reference": "Referenz",
        "more": "Zusätzliche Informationen",
        "payer": "Zahlbar durch",
        "empty": "Zahlbar durch (Name/Adresse)",
        "currency": "Währung",
        "amount": "Betrag",
        "acceptance": "Annahmestelle",
        "separate": "Vor der Einzahlung abzutrennen",
    },
}


class SwissForm:
    """A QR-bill being drawn on a page."""

    def __init__(self, slip: SwissSlip, canvas: Canvas) -> None:
        self._slip = slip
        self._canvas = canvas
        language = slip.language if slip.language in _WORDS else "en"
        self._words = _WORDS[language]
        self._root = canvas.root.add("Sect", spoken(language))
        self._part: Tag = self._root
        self._top = canvas.height - FORM
        self._left = (canvas.width - WIDTH * MM) / 2

    def paint(self) -> None:
        """Draw the whole form."""
        self._frame()
        self._receipt()
        self._payment_part()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._left + x * MM, self._top + y * MM

    def _frame(self) -> None:
        """Draw the lines to cut along, and say so above them."""
        x, top = self._at(0, 0)
        self._canvas.rule(x, top, WIDTH * MM, THIN, BLACK)
        self._canvas.upright(x + RECEIPT * MM, top, FORM, THIN, BLACK)
        words = one_line(self._words["separate"], NOTE.style)
        self._canvas.tag = self._root.add("P")
        middle = x + WIDTH * MM / 2 + words.width * NOTE.size / 2000
        self._canvas.right(middle, top - NOTE.leading, words, NOTE)

    def _receipt(self) -> None:
        self._part = self._root.add("Sect")
        width = RECEIPT - 2 * EDGE
        self._title("receipt", EDGE)
        slip, y = self._slip, INFO_TOP
        y = self._entry("account", (slip.iban, *slip.payee), (EDGE, y, width), small=True)
        if slip.reference:
            y = self._entry("reference", (slip.reference,), (EDGE, y, width), small=True)
        self._payer((EDGE, y, width), small=True)
        self._sum(EDGE, 12, small=True)
        self._canvas.tag = self._part.add("P")
        right, top = self._at(RECEIPT - EDGE, ACCEPTANCE_TOP)
        words = one_line(self._words["acceptance"], SMALL_HEAD.style)
        self._canvas.right(right, top, words, SMALL_HEAD)

    def _payment_part(self) -> None:
        self._part = self._root.add("Sect")
        self._title("part", CODE_LEFT)
        self._code()
        self._sum(CODE_LEFT, 14, small=False)
        slip, y = self._slip, TITLE_TOP
        y = self._entry("account", (slip.iban, *slip.payee), (INFO_LEFT, y, INFO_WIDTH))
        if slip.reference:
            y = self._entry("reference", (slip.reference,), (INFO_LEFT, y, INFO_WIDTH))
        if slip.message:
            y = self._entry("more", slip.message, (INFO_LEFT, y, INFO_WIDTH))
        self._payer((INFO_LEFT, y, INFO_WIDTH))

    def _title(self, word: str, x: float) -> None:
        self._canvas.tag = self._part.add("P")
        left, top = self._at(x, TITLE_TOP)
        self._canvas.text(left, top, one_line(self._words[word], TITLE.style), TITLE)

    def _entry(
        self,
        word: str,
        values: tuple[str, ...],
        place: tuple[float, float, float],
        *,
        small: bool = False,
    ) -> float:
        """Write a heading with its values, and return where the next one begins."""
        head, pen = (SMALL_HEAD, SMALL) if small else (HEAD, VALUE)
        x, y, width = place
        left, top = self._at(x, y)
        self._canvas.tag = self._part.add("P")
        self._canvas.text(left, top, one_line(self._words[word], head.style), head)
        top += head.leading
        lines, fitting = shrunk(values, pen, width * MM, MOST_LINES * pen.leading)
        for line in lines:
            self._canvas.text(left, top, line, fitting)
            top += fitting.leading
        return (top + pen.leading - self._top) / MM

    def _payer(self, place: tuple[float, float, float], *, small: bool = False) -> None:
        """Write who pays; without one there is a field with marked corners to write in."""
        if self._slip.payer:
            self._entry("payer", self._slip.payer, place, small=small)
            return
        self._entry("empty", (), place, small=small)
        x, y, _width = place
        box = (52.0, 20.0) if small else (65.0, 25.0)
        with self._canvas.artifact():
            self._corners((x, y + 4), box)

    def _corners(self, corner: tuple[float, float], box: tuple[float, float]) -> None:
        arm, weight = 3 * MM, 0.75
        left, top = self._at(*corner)
        right, bottom = left + box[0] * MM, top + box[1] * MM
        for y in (top, bottom):
            self._canvas.rule(left, y, arm, weight, BLACK)
            self._canvas.rule(right - arm, y, arm, weight, BLACK)
        for x in (left, right):
            self._canvas.upright(x, top, arm, weight, BLACK)
            self._canvas.upright(x, bottom - arm, arm, weight, BLACK)

    def _sum(self, x: float, gap: float, *, small: bool) -> None:
        """Write currency and amount beside each other."""
        pairs = (("currency", self._slip.currency, x), ("amount", self._slip.amount, x + gap))
        for word, value, left in pairs:
            self._entry(word, (value,), (left, AMOUNT_TOP, 37), small=small)

    def _code(self) -> None:
        """Draw the code, and the Swiss cross over its middle, which its repair puts up with."""
        rows = qr(self._slip.qr)
        if rows is None:
            return
        words = ", ".join(filter(None, (self._slip.iban, self._slip.reference)))
        said = f"{self._words['part']}: {words}, {self._slip.currency} {self._slip.amount}"
        self._canvas.tag = self._part.add("Figure", instead(said))
        x, top = self._at(CODE_LEFT, CODE_TOP)
        self._canvas.image(mask(rows), x, top, (CODE_SIDE * MM, CODE_SIDE * MM))
        with self._canvas.artifact():
            self._cross()

    def _cross(self) -> None:
        middle = (CODE_SIDE - CROSS) / 2
        box = (0.0, 0.0, _GRID, _GRID)
        black = (1.418, 1.418, 16.964, 16.964)
        for colour, part in (
            (WHITE, box),
            (BLACK, black),
            (WHITE, (8.3, 4.4, 3.3, 11.0)),
            (WHITE, (4.4, 8.3, 11.0, 3.3)),
        ):
            self._patch((CODE_LEFT + middle, CODE_TOP + middle), part, colour)

    def _patch(
        self, corner: tuple[float, float], part: tuple[float, float, float, float], colour: Colour
    ) -> None:
        unit = CROSS / _GRID
        x, y, width, height = (one * unit for one in part)
        left, top = self._at(corner[0] + x, corner[1] + y)
        self._canvas.fill(left, top, width * MM, height * MM, colour)

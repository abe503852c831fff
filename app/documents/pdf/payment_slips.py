"""The Finnish giro form (tilisiirto), four inches at the foot of the sheet, black on white.

Its words are those of the banks' form in Finnish and Swedish, whatever the document's language. The
bar code is Code 128 C with modules of 1/3 mm, the QR code has its quiet zone inside its side.
"""

from __future__ import annotations

from app.documents.model import PaymentSlip
from app.documents.pdf.blocks import draw_qr
from app.documents.pdf.canvas import BLACK, Canvas, Pen
from app.documents.pdf.codes import code128, qr
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line, one_line, wrap
from app.documents.pdf.page import MM

HEIGHT = 101.6 * MM
THICK, THIN = 1.2, 0.5
FORM = Pen(size=6, colour=BLACK)
NAME = Pen(Style.BOLD, 7.5, BLACK)
VALUE = Pen(size=9.5, colour=BLACK)
STRONG = Pen(Style.BOLD, 10.5, BLACK)
TERMS = Pen(size=5.5, colour=BLACK)
MODULE = 0.33 * MM
BAR_HEIGHT = 11 * MM
CODE_SIDE = 29 * MM
PAD = 1.2 * MM

# Lines of the form in millimetres from its left and top: the field columns, then the rows.
EDGE, LABELS, MIDDLE, END = 7.0, 27.0, 109.0, 203.0
ROW_ACCOUNT, ROW_PAYEE, ROW_PAYER, ROW_SIGN, ROW_FROM, ROW_END = 4.0, 17.0, 31.0, 55.0, 64.0, 72.5
REFERENCE_LABELS, EURO, CONDITIONS_LEFT = 127.0, 160.0, 124.0

FIELDS = (
    (ROW_ACCOUNT, "Saajan\ntilinumero\nMottagarens\nkontonummer"),
    (ROW_PAYEE, "Saaja\nMottagare"),
    (ROW_PAYER, "Maksajan\nnimi ja\nosoite\nBetalarens\nnamn och\nadress"),
    (ROW_SIGN, "Allekirjoitus\nUnderskrift"),
    (ROW_FROM, "Tililtä nro\nFrån konto nr"),
)
CONDITIONS = (
    "Maksu välitetään saajalle maksujenvälityksen ehtojen mukaisesti ja vain maksajan "
    "ilmoittaman tilinumeron perusteella.\n"
    "Betalningen förmedlas till mottagaren enligt villkoren för betalningsförmedling och endast "
    "till det kontonummer som betalaren angivit."
)


class Slip:
    """A giro form being drawn on a page."""

    def __init__(self, slip: PaymentSlip, canvas: Canvas) -> None:
        self._slip = slip
        self._canvas = canvas
        self._top = canvas.height - HEIGHT
        self._left = (canvas.width - 210 * MM) / 2

    def paint(self) -> None:
        """Draw the whole form."""
        self._rules()
        self._labels()
        self._values()
        self._codes()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._left + x * MM, self._top + y * MM

    def _level(self, start: float, end: float, y: float, weight: float) -> None:
        x, top = self._at(start, y)
        self._canvas.rule(x, top, (end - start) * MM, weight, BLACK)

    def _upright(self, x: float, start: float, end: float, weight: float) -> None:
        left, top = self._at(x, start)
        self._canvas.upright(left, top, (end - start) * MM, weight, BLACK)

    def _rules(self) -> None:
        """Draw the cutting line and the lines of the fields."""
        self._level(0, 210, 0, THIN)
        for y in (ROW_PAYEE, ROW_PAYER):
            self._level(EDGE, MIDDLE, y, THICK)
        self._level(LABELS, MIDDLE - 4, ROW_FROM - 1, THIN)
        self._level(EDGE, END, ROW_FROM, THICK)
        self._level(EDGE, END, ROW_END, THICK)
        self._level(MIDDLE, END, ROW_SIGN, THICK)
        self._upright(LABELS, ROW_ACCOUNT, ROW_PAYER, THICK)
        self._upright(LABELS, ROW_FROM, ROW_END, THICK)
        self._upright(MIDDLE, ROW_ACCOUNT, ROW_END, THICK)
        self._upright(REFERENCE_LABELS, ROW_SIGN, ROW_END, THIN)
        self._upright(EURO, ROW_FROM, ROW_END, THIN)

    def _labels(self) -> None:
        """Write the form's own words."""
        right = self._at(LABELS - 1.5, 0)[0]
        for row, words in FIELDS:
            self._column(words, right, row + 0.8)
        self._words("IBAN", LABELS + 1.5, ROW_ACCOUNT + 0.6)
        self._words("BIC", MIDDLE + 1.5, ROW_ACCOUNT + 0.6)
        self._words("Viitenro\nRef.nr", MIDDLE + 1.5, ROW_SIGN + 1)
        self._words("Eräpäivä\nFörf.dag", MIDDLE + 1.5, ROW_FROM + 1)
        self._words("Euro", EURO + 1.5, ROW_FROM + 1)
        x, bottom = self._at(EDGE - 1.5, ROW_FROM)
        self._canvas.turned(x, bottom, one_line("TILISIIRTO. GIRERING", NAME.style), NAME)
        width = (END - CONDITIONS_LEFT) * MM
        left, top = self._at(CONDITIONS_LEFT, ROW_END + 2)
        for line in wrap(CONDITIONS, TERMS.style, TERMS.em(width)):
            self._canvas.text(left, top, line, TERMS)
            top += TERMS.leading

    def _column(self, words: str, right: float, y: float) -> None:
        top = self._at(0, y)[1]
        for line in wrap(words, FORM.style, FORM.em(40 * MM)):
            self._canvas.right(right, top, line, FORM)
            top += FORM.leading

    def _words(self, words: str, x: float, y: float) -> None:
        left, top = self._at(x, y)
        for line in wrap(words, FORM.style, FORM.em(40 * MM)):
            self._canvas.text(left, top, line, FORM)
            top += FORM.leading

    def _values(self) -> None:
        """Write what is to be paid by whom to whom."""
        slip, left, middle = self._slip, LABELS + 1.5, MIDDLE + 1.5
        self._fill((slip.iban,), (left, ROW_ACCOUNT + 4.5), (MIDDLE - left, 8), STRONG)
        self._fill((slip.bic,), (middle, ROW_ACCOUNT + 4.5), (30, 8), STRONG)
        self._fill(slip.payee, (left, ROW_PAYEE + 0.6), (MIDDLE - left, 13), VALUE)
        self._fill(slip.payer, (left, ROW_PAYER + 0.8), (MIDDLE - left, 23), VALUE)
        room = (END - MIDDLE - 4 - (CODE_SIDE / MM if slip.qr else 0), 38)
        self._fill(slip.message, (middle, ROW_PAYEE + 0.6), room, VALUE)
        values = REFERENCE_LABELS + 1.5
        self._fill((slip.reference,), (values, ROW_SIGN + 1.8), (END - values, 7), STRONG)
        self._fill((slip.due,), (values, ROW_FROM + 1.8), (EURO - values, 6), STRONG)
        self._amount(slip.amount)

    def _fill(
        self,
        texts: tuple[str, ...],
        corner: tuple[float, float],
        size: tuple[float, float],
        pen: Pen,
    ) -> None:
        """Write texts into a field, smaller where they need it; what the field cannot hold ends."""
        x, top = self._at(*corner)
        width, height = size[0] * MM, size[1] * MM
        lines, fitting = shrunk(texts, pen, width, height)
        for line in lines:
            self._canvas.text(x, top, line, fitting)
            top += fitting.leading

    def _amount(self, amount: str) -> None:
        room = (END - EURO - 10) * MM
        lines, pen = shrunk((amount,), STRONG, room, 7 * MM)
        right, top = self._at(END - 2, ROW_FROM + 1.8)
        for line in lines:
            self._canvas.right(right, top, line, pen)
            top += pen.leading

    def _codes(self) -> None:
        """Draw the bar code under the fields and the QR code in the free field."""
        slip = self._slip
        if is_bar_code(slip.bar_code):
            bars = [(at * MODULE, wide * MODULE) for at, wide in code128(slip.bar_code)]
            x, top = self._at(EDGE, ROW_END + 6)
            self._canvas.bars(x, top, BAR_HEIGHT, bars)
        rows = qr(slip.qr) if slip.qr else None
        if rows:
            corner = self._at(END - CODE_SIDE / MM, ROW_ACCOUNT + 9)
            draw_qr(self._canvas, rows, corner, CODE_SIDE)


def is_bar_code(digits: str) -> bool:
    """Say whether the digits can be drawn in Code 128 C: ASCII digits, an even number of them."""
    return bool(digits) and digits.isascii() and digits.isdigit() and len(digits) % 2 == 0


def shrunk(texts: tuple[str, ...], pen: Pen, width: float, height: float) -> tuple[list[Line], Pen]:
    """Return the texts as lines in the largest size of the pen in which they fit the field."""
    lines: list[Line] = []
    smaller = pen
    for scale in (1.0, 0.88, 0.76, 0.66, 0.56, 0.46, 0.36):
        smaller = Pen(pen.style, round(pen.size * scale, 2), pen.colour)
        lines = [line for text in texts for line in wrap(text, pen.style, smaller.em(width))]
        smaller = smaller.over(lines)
        if len(lines) * smaller.leading <= height:
            break
    return lines[: max(1, int(height / smaller.leading))], smaller

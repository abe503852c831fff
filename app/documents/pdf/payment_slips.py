"""The Finnish giro form (tilisiirto), four inches at the foot of the sheet, black on white.

Its words are those of the banks' form in Finnish and Swedish, whatever the document's language. The
bar code is Code 128 C with modules of 1/3 mm, the QR code has its quiet zone inside its side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents.pdf.blocks import draw_qr
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.codes import code128, qr
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line, one_line, wrap
from app.documents.pdf.page import MM
from app.documents.pdf.pens import BLACK, Pen
from app.documents.pdf.tags import ROW, Tag, instead, spoken
from app.documents.slips import PaymentSlip

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

ACCOUNT = "Saajan\ntilinumero\nMottagarens\nkontonummer"
PAYEE = "Saaja\nMottagare"
PAYER = "Maksajan\nnimi ja\nosoite\nBetalarens\nnamn och\nadress"
SIGNATURE = "Allekirjoitus\nUnderskrift"
FROM_ACCOUNT = "Tililtä nro\nFrån konto nr"
BAR_CODE = "Pankkiviivakoodi"
CONDITIONS = {
    "fi": "Maksu välitetään saajalle maksujenvälityksen ehtojen mukaisesti ja vain maksajan "
    "ilmoittaman tilinumeron perusteella.",
    "sv": "Betalningen förmedlas till mottagaren enligt villkoren för betalningsförmedling och "
    "endast till det kontonummer som betalaren angivit.",
}


class Slip:
    """A giro form being drawn on a page."""

    def __init__(self, slip: PaymentSlip, canvas: Canvas) -> None:
        self._slip = slip
        self._canvas = canvas
        self._part = canvas.root.add("Sect", spoken("fi"))
        self._table = self._part.add("Table")
        self._head, self._value = Tag(), Tag()
        self._top = canvas.height - HEIGHT
        self._left = (canvas.width - 210 * MM) / 2

    def paint(self) -> None:
        """Draw the whole form."""
        self._rules()
        self._fields()
        self._codes()
        self._terms()

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

    def _fields(self) -> None:
        """Write each field: its words, then what is to be paid by whom to whom."""
        slip, left, middle = self._slip, LABELS + 1.5, MIDDLE + 1.5
        values = REFERENCE_LABELS + 1.5
        self._named()
        self._titled(ACCOUNT, ROW_ACCOUNT)
        self._words("IBAN", left, ROW_ACCOUNT + 0.6)
        self._fill((slip.iban,), (left, ROW_ACCOUNT + 4.5), (MIDDLE - left, 8), STRONG)
        self._worded("BIC", middle, ROW_ACCOUNT + 0.6)
        self._fill((slip.bic,), (middle, ROW_ACCOUNT + 4.5), (30, 8), STRONG)
        self._titled(PAYEE, ROW_PAYEE)
        self._fill(slip.payee, (left, ROW_PAYEE + 0.6), (MIDDLE - left, 13), VALUE)
        self._titled(PAYER, ROW_PAYER)
        self._fill(slip.payer, (left, ROW_PAYER + 0.8), (MIDDLE - left, 23), VALUE)
        self._titled(SIGNATURE, ROW_SIGN)
        self._titled(FROM_ACCOUNT, ROW_FROM)
        self._worded("Viitenro\nRef.nr", middle, ROW_SIGN + 1)
        self._fill((slip.reference,), (values, ROW_SIGN + 1.8), (END - values, 7), STRONG)
        self._worded("Eräpäivä\nFörf.dag", middle, ROW_FROM + 1)
        self._fill((slip.due,), (values, ROW_FROM + 1.8), (EURO - values, 6), STRONG)
        self._worded("Euro", EURO + 1.5, ROW_FROM + 1)
        self._amount(slip.amount)

    def _named(self) -> None:
        """Write what the form is called, upwards at its edge."""
        self._canvas.tag = self._table.add("Caption")
        x, bottom = self._at(EDGE - 1.5, ROW_FROM)
        self._canvas.turned(x, bottom, one_line("TILISIIRTO. GIRERING", NAME.style), NAME)

    def _titled(self, words: str, row: float) -> None:
        """Begin a field whose words stand in the first column."""
        self._begin()
        right, top = self._at(LABELS - 1.5, row + 0.8)
        for tag, line in self._lines(words):
            self._canvas.tag = tag
            self._canvas.right(right, top, line, FORM)
            top += FORM.leading

    def _worded(self, words: str, x: float, y: float) -> None:
        """Begin a field whose words stand above or before it."""
        self._begin()
        self._words(words, x, y)

    def _begin(self) -> None:
        row = self._table.add("TR")
        self._head, self._value = row.add("TH", ROW), row.add("TD")

    def _words(self, words: str, x: float, y: float) -> None:
        left, top = self._at(x, y)
        for tag, line in self._lines(words):
            self._canvas.tag = tag
            self._canvas.text(left, top, line, FORM)
            top += FORM.leading

    def _lines(self, words: str) -> Iterator[tuple[Tag, Line]]:
        """Yield the lines of a field's words: the first half is Finnish, the second Swedish."""
        lines = wrap(words, FORM.style, FORM.em(40 * MM))
        finnish = (len(lines) + 1) // 2
        yield from ((self._head, line) for line in lines[:finnish])
        if swedish := lines[finnish:]:
            tag = self._head.add("Span", spoken("sv"))
            yield from ((tag, line) for line in swedish)

    def _terms(self) -> None:
        """Write the conditions of the banks in both languages."""
        width = (END - CONDITIONS_LEFT) * MM
        left, top = self._at(CONDITIONS_LEFT, ROW_END + 2)
        for language, words in CONDITIONS.items():
            self._canvas.tag = self._part.add("P", spoken(language))
            for line in wrap(words, TERMS.style, TERMS.em(width)):
                self._canvas.text(left, top, line, TERMS)
                top += TERMS.leading

    def _fill(
        self,
        texts: tuple[str, ...],
        corner: tuple[float, float],
        size: tuple[float, float],
        pen: Pen,
    ) -> None:
        """Write texts into a field, smaller where they need it; what the field cannot hold ends."""
        self._canvas.tag = self._value
        x, top = self._at(*corner)
        width, height = size[0] * MM, size[1] * MM
        lines, fitting = shrunk(texts, pen, width, height)
        for line in lines:
            self._canvas.text(x, top, line, fitting)
            top += fitting.leading

    def _amount(self, amount: str) -> None:
        self._canvas.tag = self._value
        room = (END - EURO - 10) * MM
        lines, pen = shrunk((amount,), STRONG, room, 7 * MM)
        right, top = self._at(END - 2, ROW_FROM + 1.8)
        for line in lines:
            self._canvas.right(right, top, line, pen)
            top += pen.leading

    def _codes(self) -> None:
        """Draw the bar code under the fields, message and QR code in the free field."""
        slip = self._slip
        if is_bar_code(slip.bar_code):
            self._canvas.tag = self._part.add("Figure", instead(f"{BAR_CODE} {slip.bar_code}"))
            bars = [(at * MODULE, wide * MODULE) for at, wide in code128(slip.bar_code)]
            x, top = self._at(EDGE, ROW_END + 6)
            self._canvas.bars(x, top, BAR_HEIGHT, bars)
        self._value = self._part.add("P")
        room = (END - MIDDLE - 4 - (CODE_SIDE / MM if slip.qr else 0), 38)
        self._fill(slip.message, (MIDDLE + 1.5, ROW_PAYEE + 0.6), room, VALUE)
        rows = qr(slip.qr) if slip.qr else None
        if rows:
            self._canvas.tag = self._part.add("Figure", instead(words_for(slip)))
            corner = self._at(END - CODE_SIDE / MM, ROW_ACCOUNT + 9)
            draw_qr(self._canvas, rows, corner, CODE_SIDE)


def words_for(slip: PaymentSlip) -> str:
    """Return what the QR code says to who cannot scan it, in the language of the form."""
    facts = (
        ("saaja", ", ".join(slip.payee[:1])),
        ("tilinumero", slip.iban),
        ("viitenumero", slip.reference),
        ("eräpäivä", slip.due),
        ("euroa", slip.amount),
    )
    said = ", ".join(f"{name} {value}" for name, value in facts if value)
    return f"QR-koodi: {said}" if said else f"QR-koodi: {slip.qr}"


def is_bar_code(digits: str) -> bool:
    """Say whether the digits can be drawn in Code 128 C: ASCII digits, an even number of them."""
    return bool(digits) and digits.isascii() and digits.isdigit() and len(digits) % 2 == 0


def shrunk(texts: tuple[str, ...], pen: Pen, width: float, height: float) -> tuple[list[Line], Pen]:
    """Return the texts as lines in the largest size of the pen in which they fit the field."""
    lines: list[Line] = []
    smaller = pen
    for scale in (1.0, 0.88, 0.76, 0.66, 0.56, 0.46, 0.36):
        smaller = replace(pen, size=round(pen.size * scale, 2))
        lines = [line for text in texts for line in wrap(text, pen.style, smaller.em(width))]
        smaller = smaller.over(lines)
        if len(lines) * smaller.leading <= height:
            break
    return lines[: max(1, int(height / smaller.leading))], smaller

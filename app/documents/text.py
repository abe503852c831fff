"""A document as plain text: for mail bodies, for screen readers, for golden tests."""

from __future__ import annotations

from itertools import zip_longest

from app.documents.columns import GAP, padded, width
from app.documents.letter_text import part
from app.documents.model import (
    ACROSS,
    Align,
    Beside,
    Block,
    Document,
    Fact,
    Facts,
    Formpart,
    Grid,
    Heading,
    Letterpart,
    Manner,
    PageBreak,
    Paragraph,
    QrCode,
    Row,
    Simple,
    Totals,
)
from app.documents.slips import PaymentSlip, SwissSlip


def plain(document: Document) -> str:
    """Return everything the document says, top to bottom, ending with a line break."""
    parts = [
        _mark(document),
        "\n".join((document.letterhead.name, *document.letterhead.lines)),
        _stamp(document) if document.manner is Manner.LETTER else document.title,
        "\n".join((*document.address.notes, *document.address.lines)) if document.address else "",
        _pairs(document.facts),
        *(_block(block) for block in document.blocks),
        "\n\n".join("\n".join(column) for column in document.footer if column),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _mark(document: Document) -> str:
    return f"*** {document.mark} ***" if document.mark else ""


def _stamp(document: Document) -> str:
    """Return what a letter is called, its number and its day, as its first page shows them."""
    stamp = document.stamp
    first = GAP.join(text for text in (stamp.called, stamp.number) if text)
    return "\n".join(text for text in (first, stamp.day) if text)


def _block(block: Block) -> str:
    """Return one block as text."""
    match block:
        case Beside(left, right):
            return "\n\n".join(_simple(part) for part in (*left, *right))
        case PaymentSlip():
            return _slip(block)
        case SwissSlip():
            return _swiss(block)
        case PageBreak():
            return ""
        case _:
            return _simple(block)


def _simple(block: Simple) -> str:
    return part(block) if isinstance(block, Letterpart) else _form(block)


def _form(block: Formpart) -> str:
    match block:
        case Heading(text):
            return f"{text}\n{'-' * width(text)}"
        case Paragraph(text):
            return text
        case Facts(rows, title):
            return "\n".join(part for part in (title, _pairs(rows)) if part)
        case Grid():
            return _grid(block)
        case Totals(rows):
            return _pairs(rows, is_right=True)
        case QrCode(_, caption, lines):
            return "\n".join((caption, *lines))


def _pairs(rows: tuple[Fact, ...], *, is_right: bool = False) -> str:
    """Return labels and values in two columns."""
    label = max((width(row.label) for row in rows), default=0)
    value = max((width(row.value) for row in rows), default=0) if is_right else 0
    lines = (
        padded(row.label, label) + GAP + " " * (value - width(row.value)) + row.value
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _grid(grid: Grid) -> str:
    """Return a table whose columns are as wide as their widest text."""
    head = Row(tuple(column.title for column in grid.columns))
    cells = [row.cells for row in (head, *grid.rows) if row.kind not in ACROSS]
    widths = [
        max(width(line) for cell in column for line in cell.split("\n"))
        for column in zip(*cells, strict=True)
    ]
    lines = [_row(grid, head, widths), "-" * (sum(widths) + len(GAP) * (len(widths) - 1))]
    lines += [_row(grid, row, widths) for row in grid.rows]
    return "\n".join(lines)


def _row(grid: Grid, row: Row, widths: list[int]) -> str:
    if row.kind in ACROSS:
        return " ".join(cell for cell in row.cells if cell)
    lines = zip_longest(*(cell.split("\n") for cell in row.cells), fillvalue="")
    return "\n".join(_aligned(grid, cells, widths) for cells in lines)


def _aligned(grid: Grid, cells: tuple[str, ...], widths: list[int]) -> str:
    places = (
        padded(cell, wide, is_right=column.align is Align.RIGHT)
        for column, cell, wide in zip(grid.columns, cells, widths, strict=True)
    )
    return GAP.join(places).rstrip()


def _swiss(slip: SwissSlip) -> str:
    """Return the fields of a QR-bill."""
    fields = (
        ("IBAN", slip.iban),
        ("Payable to", ", ".join(slip.payee)),
        ("Reference", slip.reference),
        ("Additional information", ", ".join(slip.message)),
        ("Payable by", ", ".join(slip.payer)),
        (slip.currency, slip.amount),
    )
    return _pairs(tuple(Fact(label, value) for label, value in fields if value))


def _slip(slip: PaymentSlip) -> str:
    """Return the giro form's fields."""
    fields = (
        ("IBAN", slip.iban),
        ("BIC", slip.bic),
        ("Saaja / Mottagare", ", ".join(slip.payee)),
        ("Maksaja / Betalare", ", ".join(slip.payer)),
        ("Viitenro / Ref.nr", slip.reference),
        ("Eräpäivä / Förf.dag", slip.due),
        ("Euro", slip.amount),
        ("Pankkiviivakoodi / Bankstreckkod", slip.bar_code),
        ("Viesti / Meddelande", ", ".join(slip.message)),
    )
    return _pairs(tuple(Fact(label, value) for label, value in fields if value))

"""How the parts of a body are marked in a text document of Qt, and read from their marks."""

from __future__ import annotations

import json
from enum import IntEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextListFormat,
    QTextTableFormat,
)

from app.domain.correspondence.body import (
    Align,
    Chip,
    Condition,
    Image,
    ListKind,
    Marks,
    Style,
)
from app.domain.shared.codec import parsed, plain
from app.ui.kit.theme import theme

SIGN = "\ufffc"
"""The character that stands for a thing in the text."""
BREAK = "\u2028"
"""A line break inside a paragraph, as Qt writes it."""
BOLD, HALF_BOLD = QFont.Weight.Bold, QFont.Weight.DemiBold

ROOM_FOR_WORDS = 190
"""How wide the words of a condition may be beside its lines, at the usual text size."""

LINE_HEIGHT = 120
"""How far lines stand apart, in percent."""

_USER = int(QTextFormat.Property.UserProperty.value)
_OBJECT = int(QTextFormat.ObjectTypes.UserObject.value)


class Mark(IntEnum):
    """Properties of our own on the formats of Qt."""

    FIELD = _USER + 1
    TEXT = _USER + 2
    SHA256 = _USER + 3
    WIDTH = _USER + 4
    CONDITION = _USER + 5
    FILLER = _USER + 6


class Thing(IntEnum):
    """Things in the text that are one character each."""

    CHIP = _OBJECT + 1
    PICTURE = _OBJECT + 2
    PAGE_TURN = _OBJECT + 3


_LEVELS = {Style.BODY: 0, Style.HEADING: 1, Style.SUBHEADING: 2}
_STYLES = {level: style for style, level in _LEVELS.items()}
_BIGGER = {Style.BODY: 0, Style.HEADING: 2, Style.SUBHEADING: 1}
_EDGES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_NUMBERS = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListLowerRoman,
)


def char_format(marks: Marks, style: Style = Style.BODY) -> QTextCharFormat:
    """Return how words with these marks look in a paragraph of a style."""
    form = QTextCharFormat()
    if marks.is_bold:
        form.setFontWeight(BOLD)
    elif style is not Style.BODY:
        form.setFontWeight(HALF_BOLD)
    form.setFontItalic(marks.is_italic)
    form.setFontUnderline(marks.is_underlined)
    if _BIGGER[style]:
        form.setProperty(QTextFormat.Property.FontSizeAdjustment, _BIGGER[style])
    return form


def marks_of(form: QTextCharFormat) -> Marks:
    """Return how words of this format stand out."""
    return Marks(form.fontWeight() >= BOLD.value, form.fontItalic(), form.fontUnderline())


def chip_format(chip: Chip, style: Style = Style.BODY) -> QTextCharFormat:
    """Return the format of the one character that is a merge field."""
    form = char_format(chip.marks, style)
    form.setObjectType(Thing.CHIP)
    form.setProperty(Mark.FIELD, chip.field)
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return form


def image_format(image: Image) -> QTextCharFormat:
    """Return the format of the one character that is a picture."""
    form = QTextCharFormat()
    form.setObjectType(Thing.PICTURE)
    form.setProperty(Mark.SHA256, image.sha256)
    form.setProperty(Mark.WIDTH, image.width_mm)
    form.setProperty(Mark.TEXT, image.text)
    return form


def turn_format() -> QTextCharFormat:
    """Return the format of the one character after which a new page begins."""
    form = QTextCharFormat()
    form.setObjectType(Thing.PAGE_TURN)
    return form


def block_format(
    style: Style = Style.BODY, align: Align = Align.LEFT, when: Condition | None = None
) -> QTextBlockFormat:
    """Return the format of a paragraph."""
    form = QTextBlockFormat()
    form.setHeadingLevel(_LEVELS[style])
    form.setAlignment(_EDGES[align])
    form.setBottomMargin(6)
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return under(form, when)


def filler_format(when: Condition | None = None) -> QTextBlockFormat:
    """Return the format of an empty line that Qt needs around a table, and nobody wrote."""
    form = block_format(when=when)
    form.setProperty(Mark.FILLER, 1)
    return form


Form = TypeVar("Form", QTextBlockFormat, QTextTableFormat)


def under(form: Form, when: Condition | None) -> Form:
    """Return a format of a line or a table that stands under a condition, or under none."""
    if when is None:
        form.clearProperty(Mark.CONDITION)
        form.setRightMargin(0)
    else:
        form.setProperty(Mark.CONDITION, noted(when))
        form.setRightMargin(theme().px(ROOM_FOR_WORDS))
    return form


def noted(when: Condition) -> str:
    """Return a condition as a format holds it."""
    return json.dumps(plain(when), sort_keys=True)


def condition_of(form: QTextFormat) -> Condition | None:
    """Return the condition of a block or a table, or none."""
    kept = form.stringProperty(Mark.CONDITION)
    return parsed(Condition, json.loads(kept)) if kept else None


def style_of(form: QTextBlockFormat) -> Style:
    """Return what a paragraph of this format is."""
    return _STYLES.get(form.headingLevel(), Style.BODY)


def align_of(form: QTextBlockFormat) -> Align:
    """Return which edge a paragraph of this format keeps to."""
    for align in (Align.CENTRE, Align.RIGHT):
        if form.alignment() & _EDGES[align]:
            return align
    return Align.LEFT


def edge_of(align: Align) -> Qt.AlignmentFlag:
    """Return an edge in the words of Qt."""
    return _EDGES[align]


def list_format(kind: ListKind, level: int) -> QTextListFormat:
    """Return the format of the items of one level of a list."""
    form = QTextListFormat()
    form.setStyle((_NUMBERS if kind is ListKind.NUMBER else _BULLETS)[level])
    form.setIndent(level + 1)
    return form


def kind_of(form: QTextListFormat) -> ListKind:
    """Return what stands before the items of a list of this format."""
    return ListKind.NUMBER if form.style() in _NUMBERS else ListKind.BULLET

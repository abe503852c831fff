"""Words as operators of a page: glyphs in arrays, and spans that say what glyphs would misspell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.documents.pdf.lines import Line
from app.documents.pdf.objects import text_string
from app.documents.pdf.pens import Pen
from app.documents.pdf.press import Press
from app.documents.pdf.shaping import Word


class Said(NamedTuple):
    """Operators that show words, and what a span says of them if their glyphs would misspell it."""

    span: str
    operators: str


def written(line: Line, pen: Pen, press: Press) -> list[Said]:
    """Return what shows the words of a line, in runs that do, or do not, carry their text."""
    use = press.font(pen.style)
    space = f"<{use.note_space():04X}>"
    for _, word in line.words:
        use.note(word.glyphs)
    if not line.is_tall and not any(word.actual or word.rises for _, word in line.words):
        return [Said("", "\n".join(_arrays(line.words, space, pen)))]
    is_foreign = not press.is_thai
    return [
        Said(
            _span(words, is_foreign=is_foreign) if carries else "",
            "\n".join(_arrays(words, space, pen)),
        )
        for carries, words in _runs(line, is_foreign=is_foreign)
    ]


def _span(words: list[tuple[int, Word]], *, is_foreign: bool) -> str:
    """Return the entries of a span: its text, and its language if the paper is in another one."""
    says = "".join(" " * spaces + (word.actual or word.text) for spaces, word in words)
    spoken = "/Lang (th)" if is_foreign and _has_thai(words) else ""
    return f"/ActualText {text_string(says)}{spoken}"


def with_space(operators: str, space: str) -> str:
    """Return a text object whose last words are followed by a space, in its span if it has one."""
    if not operators.endswith("EMC\nET"):
        return f"{operators.removesuffix('ET')}{space}\nET"
    begun = operators.removesuffix("EMC\nET") + space
    start = begun.rindex("\n/", 0, begun.rindex("BDC")) + 1
    if begun.startswith("/Span", start):
        end = begun.index(">", begun.index("/ActualText <", start))
        begun = f"{begun[:end]}0020{begun[end:]}"
    return f"{begun}\nEMC\nET"


def _arrays(words: Sequence[tuple[int, Word]], space: str, pen: Pen) -> Iterator[str]:
    """Yield words as glyph arrays, a new one only where glyphs rise from the line."""
    codes: list[str] = []
    for spaces, word in words:
        codes.append(space * spaces)
        for up, code in word.rises or ((0, word.code),):
            if up:
                yield from _array(codes)
                yield f"{pen.points(up):.2f} Ts [{code}] TJ 0 Ts"
                codes = []
            else:
                codes.append(code)
    yield from _array(codes)


def _array(codes: list[str]) -> Iterator[str]:
    if code := "".join(codes):
        yield f"[{code}] TJ".replace("><", "")


def _runs(line: Line, *, is_foreign: bool) -> list[tuple[bool, list[tuple[int, Word]]]]:
    """Return the words in runs of tokens that do, or do not, carry their text.

    A whole token carries it if one of its words does, and neighbours share one span: readers guess
    spaces from gaps, and between two spans they guess wrong. Thai in a paper of another language
    is carried too, because its span says in which language it is to be spoken.
    """
    runs: list[tuple[bool, list[tuple[int, Word]]]] = []
    for token in _tokens(line):
        carries = any(word.actual for _, word in token) or (is_foreign and _has_thai(token))
        if runs and runs[-1][0] == carries:
            runs[-1][1].extend(token)
        else:
            runs.append((carries, token))
    return runs


def _has_thai(words: list[tuple[int, Word]]) -> bool:
    return any(word.is_tall for _, word in words)


def _tokens(line: Line) -> list[list[tuple[int, Word]]]:
    """Return the words of a line by what stands between spaces."""
    tokens: list[list[tuple[int, Word]]] = []
    for spaces, word in line.words:
        if spaces or not tokens:
            tokens.append([])
        tokens[-1].append((spaces, word))
    return tokens

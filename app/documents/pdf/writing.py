"""Words as operators of a page: glyphs in arrays, and spans that say what glyphs would misspell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.documents.pdf.lines import Line
from app.documents.pdf.objects import text_string
from app.documents.pdf.pens import Pen
from app.documents.pdf.press import Press
from app.documents.pdf.shaping import Word


def written(line: Line, pen: Pen, press: Press) -> Iterator[str]:
    """Yield what shows words; what its glyphs would misspell stands in a span that says it."""
    use = press.font(pen.style)
    space = use.note_space()
    if not line.is_tall and not any(word.actual or word.rises for _, word in line.words):
        for _, word in line.words:
            use.note(word.glyphs)
        yield from _arrays(line.words, f"<{space:04X}>", pen)
        return
    is_foreign = not press.is_thai
    for carries, words in _runs(line, is_foreign=is_foreign):
        if carries:
            says = "".join(" " * spaces + (word.actual or word.text) for spaces, word in words)
            spoken = "/Lang (th)" if is_foreign and _has_thai(words) else ""
            yield f"/Span <</ActualText {text_string(says)}{spoken}>> BDC"
        for _, word in words:
            use.note(word.glyphs)
        yield from _arrays(words, f"<{space:04X}>", pen)
        if carries:
            yield "EMC"


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

"""XML from outside: walked as a stream, never deeper than documents are, no entity expanded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from app.formats.reading.limits import Enough
from app.formats.reading.refusals import DamagedFile, DeclaresEntities, NestedTooDeep

MOST_DEPTH = 512
Start = Callable[[str, Mapping[str, str]], object]
End = Callable[[str], object]
Said = Callable[[str], object]


class Walk:
    """What is done on the way: at the start and the end of an element, and with its text.

    Elements go by their names without namespace, attributes too.
    """

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""

    def end(self, name: str) -> None:
        """Leave an element."""

    def text(self, text: str) -> None:
        """Hear text of the element that was entered last."""


def walk(pieces: Iterable[bytes], through: Walk) -> bool:
    """Walk through XML; says whether its end was reached, or Enough was raised before.

    Raises DamagedFile, NestedTooDeep, DeclaresEntities.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    _Limits(parser, through)
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003  expat's own: this was the last piece
    except expat.ExpatError as error:
        raise DamagedFile(reason=expat.ErrorString(error.code) or "") from None
    except Enough:
        return False
    return True


class _Limits:
    """Stands between the parser and the walk, and counts."""

    def __init__(self, parser: expat.XMLParserType, through: Walk) -> None:
        self._depth = 0
        self._through = through
        parser.buffer_text = True
        parser.EntityDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = through.text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise NestedTooDeep(most=str(MOST_DEPTH))
        short = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self._through.start(name.rpartition(" ")[2], short)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._through.end(name.rpartition(" ")[2])


def _refuse(*_: object) -> None:
    raise DeclaresEntities

"""XML from outside as a tree of names and texts, within limits that a hostile one cannot pass.

Expat is fed piece by piece; a document that declares entities or a type of document is refused, so
that a few bytes never become many and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

DEEPEST = 60
MOST_NODES = 300_000
LARGEST = 40 << 20
PIECE = 64 << 10


class BadXml(Exception):
    """The file is no XML, or not one that is read here; it says where it ends to be one."""

    def __init__(self, line: int = 1, column: int = 0) -> None:
        super().__init__(f"line {line}, column {column}")
        self.line, self.column = line, column


class Declares(BadXml):
    """It declares entities or a type of document: few bytes could become many, or fetch others."""


class TooMuch(BadXml):
    """It is larger, deeper or of more parts than any that people send."""


@dataclass(slots=True)
class Node:
    """An element: its name without a namespace, its attributes, its text, what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    nodes: list[Node] = field(default_factory=list)

    def all(self, path: str) -> Iterator[Node]:
        """Yield the elements at a path (``Party/Name``) below this one."""
        name, _slash, rest = path.partition("/")
        for node in self.nodes:
            if node.name == name:
                if rest:
                    yield from node.all(rest)
                else:
                    yield node

    def one(self, path: str) -> Node:
        """Return the first element at a path, an empty one where there is none."""
        return next(self.all(path), Node(""))

    def read(self, *paths: str) -> str:
        """Return the text of the first of these paths that has one."""
        for path in paths:
            for node in self.all(path):
                if found := " ".join(node.text.split()):
                    return found
        return ""


def tree_of(content: bytes) -> Node:
    """Return the root of an XML document; raises BadXml."""
    if len(content) > LARGEST:
        raise TooMuch
    reader = _Reader()
    try:
        for start in range(0, len(content), PIECE):
            reader.parser.Parse(content[start : start + PIECE], False)  # noqa: FBT003  expat's way
        reader.parser.Parse(b"", True)  # noqa: FBT003  expat's way
    except expat.ExpatError as error:
        raise BadXml(error.lineno, error.offset) from None
    except (LookupError, UnicodeError, ValueError):
        raise BadXml from None
    return reader.root


class _Reader:
    """Builds the tree while expat reads."""

    def __init__(self) -> None:
        self.root = Node("")
        self._open: list[tuple[Node, list[str]]] = []
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._said
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_NODES or len(self._open) >= DEEPEST:
            raise TooMuch
        node = Node(_local(name), {_local(key): value for key, value in attributes.items()})
        if self._open:
            self._open[-1][0].nodes.append(node)
        else:
            self.root = node
        self._open.append((node, []))

    def _end(self, _name: str) -> None:
        node, texts = self._open.pop()
        node.text = "".join(texts)

    def _said(self, text: str) -> None:
        self._open[-1][1].append(text)

    def _refuse(self, *_: object) -> None:
        raise Declares


def _local(name: str) -> str:
    return name.rpartition(" ")[2]

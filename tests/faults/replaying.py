"""What a disk remembers of a whole tree, played back up to a power cut.

What was not synced may be lost or torn; of names, any number of the last ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from tests.storage.faults.replay import Event

SECTOR = 512


@dataclass(slots=True, eq=False)
class File:
    """A file: what is on the disk for good, and what was written since the last sync."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Folder:
    """A folder: the names in it as a process sees them, and those that are there for good."""

    seen: dict[str, Node] = field(default_factory=dict)
    durable: dict[str, Node] = field(default_factory=dict)


Node = File | Folder


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """Names that come and go together: each a folder, a name in it, and what it names now."""

    changes: tuple[tuple[Folder, str, Node | None], ...]

    def apply(self, *, durable: bool) -> None:
        for folder, name, node in self.changes:
            names = folder.durable if durable else folder.seen
            if node is None:
                names.pop(name, None)
            else:
                names[name] = node

    def touches(self, node: Node) -> bool:
        """Say whether a folder's names are changed, or what a file is called."""
        return any(node in (folder, named) for folder, _name, named in self.changes)

    def is_about(self, slots: AbstractSet[tuple[int, str]]) -> bool:
        """Say whether one of these names in folders is changed."""
        return any((id(folder), name) in slots for folder, name, _node in self.changes)


class Tree:
    """A folder with all below it on a disk without a battery, as a power cut would leave it."""

    def __init__(self, place: Path) -> None:
        self._root = _read(place)
        self._unsure: list[Naming] = []

    def play(self, event: Event) -> None:
        """Let the process do what it did."""
        match event.kind:
            case "C" | "M":
                folder, name = self._at(event.name)
                self._name((folder, name, File() if event.kind == "C" else Folder()))
            case "U":
                self._name((*self._at(event.name), None))
            case "R" | "L":
                self._move(event)
            case "W" | "T":
                node = self._node(event.name)
                if isinstance(node, File):
                    node.pending.append(event)
            case "S":
                self._sync(event.name)
            case kind:
                raise ValueError(kind)

    def as_written(self) -> dict[str, bytes]:
        """Return the files as the process saw them: what a kill would leave."""
        return dict(_files(self._root.seen, "", durable=False, chance=None))

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files after a power cut: of what was not synced, any part in any order."""
        before = [(one, dict(one.durable)) for one in self._folders()]
        for naming in self._unsure[: chance.randint(0, len(self._unsure))]:
            naming.apply(durable=True)
        found = dict(_files(self._root.durable, "", durable=True, chance=chance))
        for folder, names in before:
            folder.durable = names
        return found

    def _folders(self) -> Iterator[Folder]:
        """Yield every folder whose names may be put back: those that something names still."""
        seen: set[int] = set()
        waiting: list[Node] = [self._root]
        changes = [change for naming in self._unsure for change in naming.changes]
        waiting += [folder for folder, _name, _node in changes]
        waiting += [node for _folder, _name, node in changes if node is not None]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Folder) and id(node) not in seen:
                seen.add(id(node))
                waiting += [*node.seen.values(), *node.durable.values()]
                yield node

    def _move(self, event: Event) -> None:
        source, old = self._at(event.name)
        target, new = self._at(event.content.decode())
        node = source.seen[old]
        gone = ((source, old, None),) if event.kind == "R" else ()
        self._name(*gone, (target, new, node))

    def _name(self, *changes: tuple[Folder, str, Node | None]) -> None:
        naming = Naming(changes)
        naming.apply(durable=False)
        self._unsure.append(naming)

    def _sync(self, name: str) -> None:
        """Make a file durable with its own name, or the names in a folder and all before them."""
        node = self._node(name)
        if isinstance(node, File):
            for event in node.pending:
                apply_to(node.durable, event)
            node.pending.clear()
            settled = self._about(node)
        else:
            last = max((at for at, one in enumerate(self._unsure) if one.touches(node)), default=-1)
            settled = self._unsure[: last + 1]
        for one in settled:
            one.apply(durable=True)
        self._unsure = [one for one in self._unsure if one not in settled]

    def _about(self, node: File) -> list[Naming]:
        """Return what gave a file its name, with all that happened to that name before."""
        own = [one for one in self._unsure if one.touches(node)]
        slots = {(id(folder), name) for one in own for folder, name, _node in one.changes}
        last = self._unsure.index(own[-1]) if own else -1
        return [one for one in self._unsure[: last + 1] if one.is_about(slots)]

    def _at(self, name: str) -> tuple[Folder, str]:
        above, _, last = name.rpartition("/")
        folder = self._node(above)
        assert isinstance(folder, Folder)
        return folder, last

    def _node(self, name: str) -> Node:
        node: Node = self._root
        for part in filter(None, name.split("/")):
            assert isinstance(node, Folder)
            node = node.seen[part]
        return node


def _read(place: Path) -> Folder:
    folder = Folder()
    for path in place.iterdir():
        node: Node = _read(path) if path.is_dir() else File(bytearray(path.read_bytes()))
        folder.seen[path.name] = folder.durable[path.name] = node
    return folder


def _files(
    names: dict[str, Node], above: str, *, durable: bool, chance: random.Random | None
) -> Iterator[tuple[str, bytes]]:
    """Yield what a folder holds; a name that ends in a slash is an empty folder."""
    for name, node in names.items():
        if isinstance(node, Folder):
            inside = node.durable if durable else node.seen
            yield f"{above}{name}/", b""
            yield from _files(inside, f"{above}{name}/", durable=durable, chance=chance)
        else:
            kept = node.pending if chance is None else survivors(node.pending, chance)
            image = bytearray(node.durable)
            for event in kept:
                apply_to(image, event)
            yield above + name, bytes(image)


def survivors(pending: list[Event], chance: random.Random) -> list[Event]:
    """Return what reached the disk: each write whole, torn at a sector, or not at all."""
    mood, found = chance.random(), []
    for event in pending:
        luck = chance.random()
        if luck < mood:
            found.append(event)
        elif luck < mood + (1 - mood) / 3 and event.kind == "W":
            sectors = chance.randint(0, len(event.content) // SECTOR)
            torn = event.content[: sectors * SECTOR]
            found.append(Event("W", event.name, event.offset, torn))
    return found


def apply_to(image: bytearray, event: Event) -> None:
    """Let a write or a new length reach a file."""
    if event.kind == "T":
        del image[event.offset :]
        image.extend(bytes(event.offset - len(image)))
        return
    end = event.offset + len(event.content)
    if len(image) < event.offset:
        image.extend(bytes(event.offset - len(image)))
    image[event.offset : end] = event.content

"""Loading: modules are imported as Python imports them, without a look into the text of each.

Classes of widgets are made in the window's thread only: while one is made, PySide6 writes down its
type in a table that Qt reads there, without a lock, for every event. ``modules_of`` therefore loads
beside the window what stands behind its modules, and names those for the window to load.

PySide6 puts an import of its own in Python's place. It reads the source of every module that is
loaded, whether it names PySide6, and all of it stays in memory: 22 MB, and a third of the time that
loading takes. It serves ``from __feature__ import snake_case`` only, which is not written here.
"""

from __future__ import annotations

import builtins
import dis
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import CodeType

import PySide6.QtCore  # noqa: F401  its import is put in place as it is loaded

_WINDOWS = "app.ui."
_OF_QT = ("PySide6", "shiboken6")
_BEFORE = "__orig_import__"
"""Where PySide6 keeps the import that it found."""


def load_plainly() -> None:
    """Give Python's import its place back, from now on."""
    vars(builtins)["__import__"] = getattr(builtins, _BEFORE, builtins.__import__)


def modules_of(part: Callable[[], object]) -> tuple[str, ...]:
    """Load what the window's modules of a part need, and name them, each after those it needs."""
    found = dict[str, bool]()
    code = getattr(part, "__code__", None)
    for name, names in _imports(code) if code is not None else ():
        _follow(name, names, found)
    return tuple(name for name, is_ours in found.items() if is_ours)


def _follow(name: str, names: tuple[str, ...], found: dict[str, bool]) -> None:
    """Note the module of an import, and the modules among what is taken from it."""
    if name.split(".", maxsplit=1)[0] in _OF_QT:
        return
    if not name.startswith(_WINDOWS):
        with suppress(ImportError):
            builtins.__import__(name, fromlist=names)
        return
    spec = _note(name, found)
    if spec is not None and spec.submodule_search_locations is not None:
        for one in names:
            _note(f"{name}.{one}", found)


def _note(name: str, found: dict[str, bool]) -> ModuleSpec | None:
    """Note a module of the window behind those that it needs; one that is loaded is left out."""
    spec = find_spec(name)
    if spec is None or name in sys.modules or name in found:
        return spec
    found[name] = False
    code = getattr(spec.loader, "get_code", _nothing)(name)
    if code is not None:
        for wanted, names in _imports(code):
            _follow(wanted, names, found)
        del found[name]
        found[name] = True
    return spec


def _nothing(_name: str) -> None:
    """Return no code: a loader that knows none leaves its module to the window."""


def _imports(code: CodeType) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a code imports when it runs, with the names that it takes from there."""
    before, only_for_types, until = None, False, 0
    for step in dis.get_instructions(code):
        if step.offset >= until and step.opname == "IMPORT_NAME":
            yield str(step.argval), before if isinstance(before, tuple) else ()
        if only_for_types and "JUMP" in step.opname:
            until, only_for_types = step.argval, False
        only_for_types = only_for_types or step.argval == "TYPE_CHECKING"
        before = step.argval

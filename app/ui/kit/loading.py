"""Loading: modules are imported as Python imports them, without a look into the text of each.

PySide6 puts an import of its own in Python's place. It reads the source of every module that is
loaded, whether it names PySide6, and all of it stays in memory: 22 MB, and a third of the time that
loading takes. It serves ``from __feature__ import snake_case`` only, which is not written here.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  its import is put in place as it is loaded

_BEFORE = "__orig_import__"
"""Where PySide6 keeps the import that it found."""


def load_plainly() -> None:
    """Give Python's import its place back, from now on."""
    vars(builtins)["__import__"] = getattr(builtins, _BEFORE, builtins.__import__)

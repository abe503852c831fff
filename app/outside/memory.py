"""Memory: how the system's C library keeps what is freed.

Where the library is another than GNU's, on Windows, macOS and some Linuxes, nothing is done.
"""

from __future__ import annotations

import ctypes
import sys

_SMALL_KEPT, _ARENAS = 1, -8
"""The names of two settings for ``mallopt``, as <malloc.h> counts them."""

_MOST_ARENAS = 2


def keep_tidy() -> bool:
    """Join what is freed at once, and keep few heaps; says whether the library knows how to.

    Else millions of small pieces, as a sort of a long list leaves them, are joined by whoever asks
    for a large piece next: the window stood still for 130 ms, as that was done holding Python's
    lock. And every thread has a heap of its own, whose free pieces no other thread can use.
    """
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    if library is None or not hasattr(library, "gnu_get_libc_version"):
        return False
    return bool(library.mallopt(_ARENAS, _MOST_ARENAS) and library.mallopt(_SMALL_KEPT, 0))

"""Pictures of strangers, drawn anew in a process of their own: what is kept is what we wrote."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from functools import partial
from typing import ParamSpec

from app.domain.shared.refusals import OfficeError
from app.formats.reading import drawn_picture
from app.outside.apart import apart
from app.storage.platform import bound_process

SECONDS = 8.0
BOUND = partial(bound_process, 512, 8)
"""A picture is drawn anew with so much memory (in MiB) and time."""

P = ParamSpec("P")
LARGEST_SIDE = 2400
"""As many dots as a page of A4 has at 200 dots an inch."""

_SHOWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def fresh(content: bytes) -> bytes | None:
    """Return a PNG or JPEG drawn anew, without anything hidden in it; None where it is none."""
    if not content.startswith(_SHOWN):
        return None
    try:
        told = apart(drawn_picture.redrawn, content, LARGEST_SIDE, bound=BOUND, seconds=SECONDS)
    except OfficeError:
        return None
    return b64decode(told)


def drawn(ready: object, draw: Callable[P, bytes], *args: P.args, **kwargs: P.kwargs) -> bytes:
    """Return what ``draw`` made ready before the transaction, or make it of the arguments now."""
    return ready if isinstance(ready, bytes) else draw(*args, **kwargs)

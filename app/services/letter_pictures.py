"""Pictures in letters: kept once by their contents, and given back by them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.domain.correspondence.body import Image
from app.domain.shared.refusals import Refusal
from app.services.fresh_pictures import drawn, fresh
from app.services.naming_pictures import NamedPictures
from app.services.office import Desk
from app.services.permissions import Permission, command, query

LARGEST = 10 << 20
USUAL_WIDTH = 60
"""How wide a picture is at first, in millimetres."""


class NotAPicture(Refusal):
    """Letters show PNG and JPEG of at most 10 MiB; ``size`` is that of what was given."""

    code = "letters.not-a-picture"


def _drawn(content: bytes) -> bytes:
    made = fresh(content) if len(content) <= LARGEST else None
    if made is None:
        raise NotAPicture(size=len(content))
    return made


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return _drawn(file.read(LARGEST + 1))
    except OSError:
        raise NotAPicture(size=0) from None


@command(Permission.LETTERS_DRAFT, before=_drawn)
def keep(desk: Desk, content: bytes, text: str = "") -> Image:
    """Keep a picture for letters as it is drawn anew; raises NotAPicture."""
    return _kept(desk, drawn(desk.ready, _drawn, content), text)


@command(Permission.LETTERS_DRAFT, before=_read)
def keep_file(desk: Desk, path: Path) -> Image:
    """Keep the picture in a file for letters; its name tells it. Raises NotAPicture."""
    return _kept(desk, drawn(desk.ready, _read, path), path.stem)


@query(Permission.LETTERS_READ)
def contents(desk: Desk, wanted: tuple[str, ...]) -> Mapping[str, bytes]:
    """Return the bytes of pictures by SHA-256; what is not there to be shown is left out."""
    usable = NamedPictures(desk).usable(wanted)
    return {sha256: b"".join(pieces) for sha256, pieces in desk.store.contents.get_all(usable)}


def _kept(desk: Desk, picture: bytes, text: str) -> Image:
    return Image(desk.store.contents.put((picture,)).sha256, USUAL_WIDTH, text)

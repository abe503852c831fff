"""Naming pictures: a form that names bytes names a picture that its writer may show, or is refused.

A SHA-256 is no right to what it stands for: whoever heard that of a paper behind a wall, of a mail
or of somebody's signature learns nothing by it, not even whether it is there.
"""

from __future__ import annotations

from collections.abc import Collection

from app.domain.shared.refusals import Refusal
from app.services.office import Desk

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_LONGEST = max(map(len, _BEGINNINGS))


class NoSuchPicture(Refusal):
    """A form names bytes that are no picture, or none that its writer put in or sees."""

    code = "pictures.not-there"


class NamedPictures:
    """Knows which pictures may be shown at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._known: set[str] = set()

    def usable(self, names: Collection[str]) -> frozenset[str]:
        """Return which of these are pictures that the asker may show.

        That is what this program put in, what is shown already, and what nobody else keeps.
        """
        self._known |= self._found(set(names) - self._known)
        return frozenset(self._known & set(names))

    def require(self, names: Collection[str]) -> None:
        """Raise NoSuchPicture where one of these is not usable."""
        if set(names) - self.usable(names):
            raise NoSuchPicture

    def _found(self, names: set[str]) -> set[str]:
        # A company names pictures, and its first list does not wait for SQLAlchemy.
        from app.storage.picture_uses import kept_by_others, shown  # noqa: PLC0415  as above

        contents = self._store.contents
        there = set(contents.there(names)) if names else set()
        strange = {one for one in there if not contents.was_put_here(one)}
        doubtful = kept_by_others(self._store, strange) if strange else frozenset()
        if doubtful:
            there -= doubtful - shown(self._store, doubtful)
        begun = contents.beginnings(there, _LONGEST)
        return {name for name, first in begun.items() if first.startswith(_BEGINNINGS)}

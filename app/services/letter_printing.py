"""A letter with its enclosures after it: one PDF, every foreign file read in its own process."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.archive.pages import Leaf
from app.domain.shared.ids import LetterId
from app.domain.shared.refusals import Refusal, Unavailable
from app.formats import pages
from app.outside.apart import apart
from app.services import letters_out
from app.services.letter_enclosures import LetterEnclosures
from app.services.office import Desk
from app.services.paging import BOUND, SECONDS
from app.services.permissions import Permission, query

PDF = "application/pdf"
LARGEST_TOGETHER = 400 << 20


@dataclass(frozen=True, slots=True)
class WithEnclosures:
    """A letter with its enclosures after it as one PDF; ``left_out`` are those without pages."""

    pdf: bytes
    left_out: tuple[str, ...] = ()


@query(Permission.LETTERS_READ)
def printable(desk: Desk, letter_id: LetterId) -> WithEnclosures:
    """Return a letter as it was filed, with the pages of its enclosures after it.

    A draft is as it would print today. Raises NotFound.
    """
    letter = desk.store.letters_out.get(letter_id)
    paper = letters_out.page(desk, letter_id)
    return _Stapler().staple(paper, LetterEnclosures(desk).contents(letter))


class _Stapler:
    """Puts the pages of foreign files behind a paper of ours, each read in a process of its own."""

    def __init__(self) -> None:
        self._left_out: list[str] = []
        self._size = 0

    def staple(self, paper: bytes, contents: Iterator[tuple[str, str, bytes]]) -> WithEnclosures:
        """Return the paper with all pages after it; what has none that can be read is named."""
        files = [(paper, PDF, "")]
        counts = [self._count(paper, PDF)]
        for title, media_type, content in contents:
            count = self._pages_of(media_type, content)
            if count:
                files.append((content, media_type, ""))
                counts.append(count)
            else:
                self._left_out.append(title)
        left_out = tuple(self._left_out)
        if len(files) == 1:
            return WithEnclosures(paper, left_out)
        leaves = tuple(
            Leaf(page, file=at) for at, count in enumerate(counts) for page in range(1, count + 1)
        )
        (told,) = apart(pages.arranged, files, (leaves,), bound=BOUND, seconds=SECONDS)
        return WithEnclosures(base64.b64decode(told), left_out)

    def _pages_of(self, media_type: str, content: bytes) -> int:
        """Return how many pages a file has; none if it is no file with pages, or too large."""
        is_readable = media_type == PDF or media_type.startswith("image/")
        if not is_readable or self._size + len(content) > LARGEST_TOGETHER:
            return 0
        try:
            count = self._count(content, media_type)
        except (Refusal, Unavailable):
            return 0
        self._size += len(content)
        return count

    def _count(self, content: bytes, media_type: str) -> int:
        found = apart(pages.looked, content, media_type, "", bound=BOUND, seconds=SECONDS)
        return int(found["count"])

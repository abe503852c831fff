"""Finding letters: by their own words, and by any word of the papers that they came on or are."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from app.domain.archive.row import Wanted
from app.domain.correspondence.letter import INCOMING, OUTGOING
from app.domain.shared.search import Hit
from app.services.asking import Asking
from app.services.office import Desk
from app.services.permissions import Permission

MOST_PAPERS = 5000
"""So many of the documents that answer are looked through for letters."""
NEWEST_HITS = 2000
"""How many of the newest hits are looked at for the first rows of a register."""
EVERY = 1 << 62
ANYWHERE = Wanted(states=())


class LetterFinder:
    """Answers words with letters, for one asker; papers that may not be seen answer nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def incoming(self, words: str, most: int = EVERY) -> array[int] | None:
        """Return the letters that came in which answer words, in no order; none for no words.

        ``most`` looks at so many of the newest hits only: for the first rows of a register.
        """
        if not words.strip():
            return None
        own = self._own(words, INCOMING, most)
        papers = self._papers(words, min(most, MOST_PAPERS))
        return _together(own, self._desk.store.letters_in.ways.of_papers(papers))

    def outgoing(self, words: str, most: int = EVERY) -> array[int] | None:
        """Return the letters of ours which answer words: those too whose question's paper does.

        ``most`` looks at so many of the newest hits only: for the first rows of a register.
        """
        if not words.strip():
            return None
        store, papers = self._desk.store, self._papers(words, min(most, MOST_PAPERS))
        own = self._own(words, OUTGOING, most)
        asked = store.letters_in.ways.of_papers(papers)
        ways = store.letters_out.ways
        return _together(own, ways.of_papers(papers), ways.answering(asked))

    def on_papers(self, words: str, most: int) -> tuple[Hit, ...]:
        """Return the newest letters whose papers answer words, and those that answer them."""
        store, papers = self._desk.store, self._papers(words, most)
        came = store.letters_in.ways.of_papers(papers)
        ways = store.letters_out.ways
        went = _together(ways.of_papers(papers), ways.answering(came))
        found = [
            *(
                Hit(INCOMING, row.id, row.number or row.sender, row.subject, row.received_on)
                for row in store.letters_in.rows(came)
            ),
            *(
                Hit(OUTGOING, row.id, row.number or row.addressee, row.subject, row.dated_on)
                for row in store.letters_out.rows(went)
            ),
        ]
        return tuple(sorted(found, key=lambda hit: -hit.entity_id)[:most])

    def _own(self, words: str, kind: str, most: int) -> Sequence[int]:
        """Return the letters of a kind that say words themselves."""
        search = self._desk.store.search
        if most == EVERY:
            return search.ids(words, kind)
        return [hit.entity_id for hit in search.find(words, most, {kind})]

    def _papers(self, words: str, most: int = MOST_PAPERS) -> Sequence[int]:
        if Permission.ARCHIVE_READ not in self._desk.who.role.permissions:
            return ()
        found = Asking(self._desk).newest(words, ANYWHERE, most)
        return found or ()


def _together(*found: Sequence[int]) -> array[int]:
    return array("q", dict.fromkeys(one for part in found for one in part))

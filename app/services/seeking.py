"""Seeking: what was found as one list, its rows marked a block at a time, and a page to open."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.archive.document import DocumentState
from app.domain.archive.found import FoundDocument, Passage
from app.domain.archive.row import DocumentRow, Wanted
from app.domain.archive.snippets import Marker
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import Spine, View
from app.services.finding import ANYWHERE, Finder
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.registering import Register

BEST = "best"
"""How a view says that those come first that answer best."""
MOST_LISTED = 10_000
"""How many of the best answers are listed; sorted by a column all are."""
MOST_WORDS = 40
_SHOWN = (DocumentState.INBOX, DocumentState.FILED)


@query(Permission.ARCHIVE_READ)
def spine(desk: Desk, view: View, wanted: Wanted = ANYWHERE) -> Spine:
    """Return the documents that answer the words of a view, in its order.

    Where no state is wanted or named in the words, what lies in the trash is left out.
    """
    finder = Finder(desk, wanted)
    clauses = finder.asking.read(view.words)
    if clauses and view.sort == BEST:
        return array("q", finder.best(clauses, MOST_LISTED))
    if view.sort == BEST:
        view = replace(view, sort="")
    lists, register = desk.store.document_lists, Register(desk)
    if clauses:
        return lists.spine(view, register.scope(ANYWHERE), finder.all(clauses))
    return lists.spine(view, register.scope(shown(wanted)), None)


@query(Permission.ARCHIVE_READ)
def first(desk: Desk, view: View, size: int, wanted: Wanted = ANYWHERE) -> tuple[DocumentRow, ...]:
    """Return the first rows of such a list."""
    asked = Register(desk).scope(ANYWHERE)
    return desk.store.document_lists.rows(spine(desk, view, wanted)[:size], asked)


@query(Permission.ARCHIVE_READ)
def marked(desk: Desk, question: str, ids: tuple[DocumentId, ...]) -> tuple[FoundDocument, ...]:
    """Return documents with what in them answers a question; what is gone is left out."""
    finder = Finder(desk)
    return finder.marked(finder.asking.read(question), ids)


@query(Permission.ARCHIVE_READ)
def passage(desk: Desk, question: str, document_id: DocumentId) -> Passage:
    """Return where to open a document: its first page that answers, and the words to mark."""
    finder = Finder(desk)
    document = Register(desk).get(document_id)
    marker = finder.marker(finder.asking.read(question))
    page, words = 0, dict[str, None]()
    for number, found in _found(marker, finder.pages(document.file_id)):
        page = page or number
        words |= dict.fromkeys(found)
        if len(words) >= MOST_WORDS:
            break
    return Passage(page, tuple(words)[:MOST_WORDS])


def _found(marker: Marker, pages: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the pages that answer with the words that do, as they are written."""
    for number, text in enumerate(pages, 1):
        if spots := marker.spots(text):
            yield number, tuple(text[one.start : one.end].casefold() for one in spots)


def shown(wanted: Wanted) -> Wanted:
    """Return what is wanted of a list without words: all but the trash where no state is."""
    return wanted if wanted.states else replace(wanted, states=_SHOWN)

"""The list of documents as it is looked through: what lies in a place, or what was found.

While words are sought, the best answers come first, each with its passage under the row, and
facets stand in the place of the places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.domain.archive.found import NOTHING_FOUND, NOWHERE, Found, FoundDocument, Passage
from app.domain.archive.row import DocumentRow, Wanted
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import Spine, View
from app.domain.shared.refusals import OfficeError
from app.services import finding, seeking
from app.services.finding import ANYWHERE
from app.ui.archive.card import DocumentCard
from app.ui.archive.facets import Facet, Facets, Narrowing, facets
from app.ui.archive.found_line import FoundLine
from app.ui.archive.found_painter import FoundPainter
from app.ui.archive.listing import SEALED, THIS_YEAR, listing
from app.ui.archive.marks import Marks
from app.ui.archive.naming import Naming
from app.ui.archive.places import INBOX, TRASH, WAITING, Place, Places
from app.ui.archive.query_help import QueryHelp
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import FIRST_PAGE
from app.ui.kit.preview_bars import tool
from app.ui.kit.row_painter import RowPainter
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

MOST_SHOWN = 50
"""How many of the best are shown at once; the others follow."""
_ROOM_FOR_PLACES = 660
"""Below this width, at the usual text size, places are shown only while they are asked for."""


class FindingPage(ListPage[DocumentRow]):
    """Lists what lies in a place, or what answers the words that are sought."""

    def __init__(self, shell: Shell) -> None:
        self.naming = Naming()
        self.marks = Marks()
        self.place = Place(INBOX, "", wanted=WAITING)
        self.found = NOTHING_FOUND
        self.narrowing = Narrowing()
        self._before: tuple[str, bool] | None = None
        self._is_choosing = False
        self._last = ""
        self._looked_at: DocumentId | None = None
        super().__init__(shell, listing(self.naming, self.marks))
        self.places, self.facets, self.side = Places(), Facets(), QStackedWidget()
        self.line = FoundLine(shell.book)
        self.card = DocumentCard(shell, self.naming)
        self._usual_painter = RowPainter(self.table)
        self._found_painter = FoundPainter(self.table, self.marks, 0)
        self._put_in_place()
        self._listen()

    @property
    def is_seeking(self) -> bool:
        """Say whether words are sought."""
        return bool(self.filters.words)

    @property
    def question(self) -> str:
        """What is asked: the words last, as the last of them may be unfinished."""
        folder = self.place.folder
        is_here = not self.is_seeking or self.narrowing.is_here
        kept = folder.form.question if folder is not None and is_here else ""
        parts = (kept, self.narrowing.question, self.filters.words)
        return " ".join(part for part in parts if part.strip())

    def view(self) -> View:
        """Return what is asked for now; the question of a folder has no unfinished word."""
        return View(self.question + ("" if self.is_seeking else " "), (), *self._sort)

    def wanted(self) -> Wanted:
        """Return what the place, the chips and the facets ask for."""
        is_here = not self.is_seeking or self.narrowing.is_here
        wanted, chips = self.place.wanted if is_here else ANYWHERE, self.filters.states
        if SEALED in chips:
            wanted = replace(wanted, is_sealed=True)
        if THIS_YEAR in chips:
            wanted = replace(wanted, since=date(self.shell.today().year, 1, 1))
        return self.narrowing.onto(wanted)

    def refresh(self) -> None:
        self._turn()
        super().refresh()

    def ask_first(self) -> None:
        client, view = self.shell.client, self.view()
        if self.is_seeking:
            known = (view.words, MOST_SHOWN)
            client.ask(self._show_found, finding.find, *known, wanted=self.wanted())
        else:
            client.ask(self._show_listed, seeking.first, view, FIRST_PAGE, self.wanted())

    def ask_spine(self) -> None:
        if self.is_seeking and self._sort[0] == seeking.BEST:
            if self._is_full:
                self.ask_first()
        else:
            if self.is_seeking:
                self.marks.begin(self.question)
            self.shell.client.ask(self._show_all, seeking.spine, self.view(), self.wanted())

    def _go(self, place: Place) -> None:
        """Show what lies in a place; the words that were sought are done with."""
        was, self.place = self.place, place
        if self.is_seeking and place.key != was.key:
            self.filters.clear()
        if place.wanted != was.wanted or place.folder != was.folder:
            if place.folder is not None:
                form = place.folder.form
                self._sort = (form.sort.value, form.is_descending)
            elif was.folder is not None:
                self._sort = (self.listing.sort, self.listing.is_descending)
            self.table.show_sort(self._sort[0], falling=self._sort[1])
            self.table.scrollToTop()
            self.card.clear()
            self.refresh()

    def show_places(self) -> None:
        """Give the keyboard to the places, or to the facets of what was found."""
        self._is_choosing = True
        self._fit_places()
        (self.facets if self.side.currentWidget() is self.facets else self.places).setFocus()

    def leave_places(self) -> None:
        """Give the keyboard back to the rows."""
        self._is_choosing = False
        self.table.setFocus()
        self._fit_places()

    def show_help(self) -> None:
        """Tell how questions are written."""
        popover = QueryHelp(self)
        popover.taken.connect(self.seek)
        popover.show_under(self.filters.box)

    def seek(self, words: str) -> None:
        """Put words into the box, and look for them."""
        self.filters.box.setText(words)
        self.filters.box.setFocus()

    def _fit_places(self) -> None:
        """Show the places beside the list, or only while they are asked for where it is narrow."""
        has_room = self.width() >= theme().px(_ROOM_FOR_PLACES)
        self.side.setVisible(has_room or self._is_choosing)

    def _put_in_place(self) -> None:
        px = theme().px
        for widget in (self.places, self.facets):
            self.side.addWidget(widget)
        self.splitter.insertWidget(0, self.side)
        self.splitter.addWidget(self.card)
        for place, stretch in enumerate((0, 3, 2)):
            self.splitter.setStretchFactor(place, stretch)
        self.splitter.setSizes([px(168), px(510), px(342)])
        whole = self.layout()
        assert whole is not None
        self.line.hide()
        self.helper = tool("help", _("How to search"))
        bar = self.filters.layout()
        assert isinstance(bar, QHBoxLayout)
        bar.insertWidget(1, self.helper, 0, Qt.AlignmentFlag.AlignTop)
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(2, self.line)

    def _listen(self) -> None:
        self.places.chosen.connect(self._go)
        self.places.left.connect(self.leave_places)
        self.facets.pressed.connect(self._narrow)
        self.facets.left.connect(self.leave_places)
        self.line.meant.connect(self.seek)
        self.line.ordered.connect(self._order)
        self.helper.clicked.connect(self.show_help)
        self.chosen.connect(self.look_at)

    def _turn(self) -> None:
        """Go over to what is sought, or back to what lies in the place."""
        is_sought = self._before is not None
        if self.is_seeking and not is_sought:
            self._before = self._sort
            self._sort = (seeking.BEST, True)
            self.narrowing = Narrowing(is_here=self.place.key == TRASH)
        elif is_sought and not self.is_seeking:
            assert self._before is not None
            self._sort, self._before = self._before, None
            self.narrowing, self.found = Narrowing(), NOTHING_FOUND
        else:
            return
        self.table.show_sort(self._sort[0], falling=self._sort[1])

    def _show_face(self) -> None:
        """Show the parts around the list that belong to what it shows."""
        self.side.setCurrentWidget(self.facets if self.is_seeking else self.places)
        self.line.setVisible(self.is_seeking)
        self.table.paint_with(self._found_painter if self.is_seeking else self._usual_painter)
        if not self.is_seeking:
            self.marks.begin("")
            self.card.mark(None, NOWHERE)

    def _show_found(self, found: Found) -> None:
        """Show the best answers at once; the others follow where there are more."""
        if not self.is_seeking:
            return
        is_same = self._last == repr((self.question, self.wanted()))
        self._last = repr((self.question, self.wanted()))
        self.found = found
        self.marks.begin(f"{found.meant} " if found.meant else self.question)
        self.marks.put(found.documents)
        self._show_face()
        self.line.tell(found, self.filters.words)
        self.line.show_order(self._sort[0])
        place = self.place.text if self.place.key else ""
        self.facets.fill(tuple(facets(found, self.naming, self.narrowing, place)))
        if self._sort[0] == seeking.BEST:
            self._show_best(found, is_same=is_same)
        elif found.meant:
            view = replace(self.view(), words=self.marks.question)
            self.shell.client.ask(self._show_all, seeking.spine, view, self.wanted())

    def _show_best(self, found: Found, *, is_same: bool) -> None:
        kept, top = self.table.chosen_id(), self.table.verticalScrollBar().value()
        self.model.show_first(tuple(one.row for one in found.documents))
        is_whole = found.total == len(found.documents) and not found.is_more
        self._is_full = is_whole
        if is_same and kept is not None and self.table.choose(kept):
            self.table.verticalScrollBar().setValue(top)
        self._settle(is_full=is_whole)
        if not is_whole:
            view = replace(self.view(), words=self.marks.question)
            self.shell.client.ask(self._show_rest, seeking.spine, view, self.wanted())

    def _show_rest(self, spine: Spine) -> None:
        """Show the answers after the best ones."""
        if self.is_seeking:
            self._show(spine)
            if len(spine) >= seeking.MOST_LISTED:
                best = formats().decimal(Decimal(len(spine)))
                self.filters.count.setText(_("The best {n}", n=best))

    def _show_listed(self, rows: Sequence[DocumentRow]) -> None:
        if not self.is_seeking:
            self._show_face()
            self._show_first(rows)

    def _show_all(self, spine: Spine) -> None:
        """Show a list in the order of a column, of a place or of what was found."""
        if self._sort[0] != seeking.BEST:
            self._show_face()
            self._show(spine)

    def _fetch(self, ids: tuple[int, ...], answer: Answer[DocumentRow]) -> None:
        if self.is_seeking and self.marks.question:
            told = partial(self._mark_rows, answer)
            wanted = tuple(map(DocumentId, ids))
            self.shell.client.ask_each(told, seeking.marked, self.marks.question, wanted)
        else:
            super()._fetch(ids, answer)

    def _mark_rows(self, answer: Answer[DocumentRow], found: tuple[FoundDocument, ...]) -> None:
        self.marks.put(found)
        answer(tuple(one.row for one in found))

    def _narrow(self, facet: Facet) -> None:
        self.narrowing = self.narrowing.toggled(facet)
        self.refresh()

    def _sorted(self, sort: str, is_descending: object) -> None:
        self.line.show_order(sort)
        super()._sorted(sort, is_descending)

    def _order(self, sort: str) -> None:
        self._sort = (sort, True)
        self.table.show_sort(sort, falling=True)
        self.refresh()

    def look_at(self, record: object) -> None:
        """Show a document beside the list, where it answers what is sought."""
        if not isinstance(record, int):
            return
        self.card.ask(record)
        if self.is_seeking and self.marks.question:
            self._looked_at = DocumentId(record)
            known = (self.marks.question, self._looked_at)
            ask_or = self.shell.client.ask_or
            ask_or(self._open_passage, self._pass_by, seeking.passage, *known)

    def _open_passage(self, passage: Passage) -> None:
        self.card.mark(self._looked_at, passage)

    def _pass_by(self, error: OfficeError) -> None:
        """Mark nothing in a document that is gone: its card says so."""

"""Finding by keys: words, passages, facets, a word marked in the viewer, and back to the places."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.archive.document import DocumentState
from app.domain.archive.texts import How, Piece
from app.domain.shared.ids import DocumentId
from app.services import archive, documents, seeking
from app.services.office import Office
from app.ui.archive.facets import Facet
from app.ui.archive.query_help import QueryHelp
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.services.papers import read
from tests.ui.archive.conftest import type_of
from tests.ui.keys import press, type_in

Settle = Callable[[], None]
DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture
def library(office: Office) -> dict[str, DocumentId]:
    """Documents with a text: two bills, a letter in the inbox and a note in the trash."""
    bill = {"type_id": type_of(office, "bill")}
    early, late = date(2025, 2, 1), date(2026, 2, 1)
    inbox, trash = DocumentState.INBOX, DocumentState.TRASHED
    return {
        "power": read(office, "Sähkölasku", "alku", "Sähkön siirto", day=early, **bill),
        "water": read(office, "Vesilasku", "Veden ja sähkön hinta", day=late, **bill),
        "letter": read(office, "Kirje", "Hei, sähkö katkeaa", day=late, state=inbox),
        "old": read(office, "Vanha", "sähkö", state=trash),
    }


@pytest.fixture
def shown(
    qtbot: QtBot, library: dict[str, DocumentId], space: Workspace, settle: Settle
) -> ArchiveTab:
    space.go("archive")
    tab = space.page
    assert isinstance(tab, ArchiveTab)
    settle()
    qtbot.waitUntil(lambda: tab.places.count() > 0)
    return tab


def titles(tab: ArchiveTab) -> list[str]:
    return [str(tab.model.index(row, 0).data()) for row in range(tab.model.rowCount())]


def seek(qtbot: QtBot, tab: ArchiveTab, words: str) -> None:
    tab.filters.box.clear()
    type_in(tab.filters.box, words)
    qtbot.waitUntil(lambda: tab.found.total > 0 and tab.marks.question.strip() == words)
    qtbot.waitUntil(lambda: tab.side.currentWidget() is tab.facets)


def facet(tab: ArchiveTab, text: str) -> Facet:
    return next(one for one in tab.facets.shown() if one.text == text)


def test_words_find_in_every_place_but_the_trash_the_best_first(
    qtbot: QtBot, shown: ArchiveTab
) -> None:
    QAbstractItemModelTester(shown.model)
    assert titles(shown) == ["Kirje"]

    seek(qtbot, shown, "sähkö")

    qtbot.waitUntil(lambda: len(titles(shown)) == 3)
    assert titles(shown)[0] == "Sähkölasku"
    assert shown.filters.count.text() == "3 documents"
    assert not shown.table.horizontalHeader().isSortIndicatorShown()


def test_each_row_tells_the_passage_that_answers(qtbot: QtBot, shown: ArchiveTab) -> None:
    low = shown.table.verticalHeader().defaultSectionSize()

    seek(qtbot, shown, "sähkö")

    assert shown.table.verticalHeader().defaultSectionSize() > low
    model: QAbstractItemModel = shown.model
    assert "siirto" in model.index(0, 0).data(DESCRIPTION)
    shown.table.grab()
    press(shown.filters.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: titles(shown) == ["Kirje"])
    assert shown.table.verticalHeader().defaultSectionSize() == low


def test_facets_count_and_narrow_by_keys(qtbot: QtBot, shown: ArchiveTab) -> None:
    seek(qtbot, shown, "sähkö")
    told = {(one.text, one.count) for one in shown.facets.shown()}
    assert told == {
        ("Only in Inbox", 0),
        ("Bill", 2),
        ("Without a type", 1),
        ("2026", 2),
        ("2025", 1),
    }

    press(shown.filters.box, Qt.Key.Key_Return)
    press(shown.table, Qt.Key.Key_Left)
    qtbot.waitUntil(shown.facets.hasFocus)
    press(shown.facets, Qt.Key.Key_Down)
    press(shown.facets, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: set(titles(shown)) == {"Sähkölasku", "Vesilasku"})
    qtbot.waitUntil(lambda: facet(shown, "Bill").is_chosen)
    shown.facets.pressed.emit(facet(shown, "2025"))
    qtbot.waitUntil(lambda: titles(shown) == ["Sähkölasku"])
    shown.facets.pressed.emit(facet(shown, "Bill"))
    shown.facets.pressed.emit(facet(shown, "2025"))
    qtbot.waitUntil(lambda: len(titles(shown)) == 3)
    press(shown.facets, Qt.Key.Key_Right)
    qtbot.waitUntil(shown.table.hasFocus)


def test_a_search_can_stay_in_its_place(qtbot: QtBot, shown: ArchiveTab) -> None:
    seek(qtbot, shown, "sähkö")

    shown.facets.pressed.emit(facet(shown, "Only in Inbox"))

    qtbot.waitUntil(lambda: titles(shown) == ["Kirje"])


def test_the_trash_is_searched_in_the_trash(
    qtbot: QtBot, shown: ArchiveTab, settle: Settle
) -> None:
    shown.places.go("trash")
    settle()

    seek(qtbot, shown, "sähkö")

    qtbot.waitUntil(lambda: titles(shown) == ["Vanha"])


def test_a_heading_sorts_all_that_was_found(qtbot: QtBot, shown: ArchiveTab) -> None:
    seek(qtbot, shown, "sähkö")

    shown.table.sorted.emit("title", False)  # noqa: FBT003  a signal takes it so

    qtbot.waitUntil(lambda: titles(shown) == ["Kirje", "Sähkölasku", "Vesilasku"])
    qtbot.waitUntil(lambda: shown.marks.of(shown.model.id_at(0)) is not None)
    assert not shown.line.best.isChecked()
    shown.line.best.click()
    qtbot.waitUntil(lambda: titles(shown)[0] == "Sähkölasku")
    shown.line.newest.click()
    qtbot.waitUntil(lambda: titles(shown)[0] != "Sähkölasku")


def test_a_misspelt_word_offers_the_one_that_was_meant(qtbot: QtBot, shown: ArchiveTab) -> None:
    type_in(shown.filters.box, "sähkölaksu")
    qtbot.waitUntil(lambda: shown.line.spelling.text() == "sähkölasku")
    assert titles(shown) == ["Sähkölasku"]

    shown.line.spelling.click()

    qtbot.waitUntil(lambda: shown.filters.words == "sähkölasku" and not shown.found.meant)
    qtbot.waitUntil(shown.line.spelling.isHidden)


def test_nothing_found_says_what_to_do_and_shows_no_old_rows(
    qtbot: QtBot, shown: ArchiveTab
) -> None:
    seek(qtbot, shown, "sähkö")

    type_in(shown.filters.box, "xxxxxxxxxxxxx")

    qtbot.waitUntil(lambda: shown._stack.currentWidget() is shown._no_hits)
    assert shown._no_hits.title.text() == "No document holds all of these words"


def test_the_help_puts_an_example_into_the_box(
    qtbot: QtBot, shown: ArchiveTab, shell: Shell
) -> None:
    shell.book.action("archive.query-help").trigger()
    helped = shown.window().findChild(QueryHelp)
    assert isinstance(helped, QueryHelp)

    press(helped.examples, Qt.Key.Key_Return)

    assert shown.filters.words == "rent march"


def test_the_viewer_marks_what_was_found_in_a_text(
    qtbot: QtBot, office: Office, shown: ArchiveTab
) -> None:
    text = "Hyvää päivää. " * 50 + "Avaimenperä löytyi, avaimenperän omistaja."
    record = office.do(archive.file, "note.txt", "text/plain", text.encode()).result
    with office.database.write() as unit:
        piece = Piece(0, How.PLAIN, (text,))
        unit.texts.put(record.sha256, 1, [piece], office.clock.now())
        unit.document_index.remove(DocumentId(record.id))
    card = office.ask(documents.get, DocumentId(record.id))
    office.do(documents.file, (card.id,))

    seek(qtbot, shown, "avaimenperä")

    qtbot.waitUntil(lambda: len(shown.card.viewer.text.extraSelections()) == 2)
    press(shown.filters.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown.card.viewer.text.extraSelections())


def test_more_answers_than_are_shown_at_once_follow(
    qtbot: QtBot, office: Office, shown: ArchiveTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.archive.finding_page.MOST_SHOWN", 2)

    seek(qtbot, shown, "sähkö")

    qtbot.waitUntil(lambda: shown.filters.count.text() == "3 documents")
    assert [shown.model.id_at(row) for row in range(3)] == list(
        office.ask(seeking.spine, shown.view())
    )


def test_what_is_done_with_a_hit_keeps_the_cursor(
    qtbot: QtBot, shown: ArchiveTab, shell: Shell, library: dict[str, DocumentId]
) -> None:
    seek(qtbot, shown, "sähkö")
    qtbot.waitUntil(lambda: shown.table.choose(library["letter"]))
    qtbot.waitUntil(lambda: shown.card.document is not None)
    qtbot.waitUntil(
        lambda: shown.card.seen is not None and shown.card.seen.document.title == "Kirje"
    )

    shell.book.action("document.file").trigger()

    state = DocumentState.FILED
    qtbot.waitUntil(lambda: shown.card.document is not None and shown.card.document.state is state)
    qtbot.waitUntil(lambda: shown.table.chosen_id() == library["letter"])

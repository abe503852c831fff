"""Shelves list what is kept, and take it out of use by a key."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.correspondence.body import written
from app.domain.correspondence.template import SnippetForm, SnippetText, TemplateForm, TemplateText
from app.services import mailing_lists, snippets, templates
from app.services.office import Office
from app.ui.correspondence.shelves import LISTS, SNIPPETS, TEMPLATES
from app.ui.kit.sections import Strip
from app.ui.kit.shelf import Shelf
from app.ui.kit.shell import Shell

FORM = TemplateForm("Prices", (TemplateText("fi", "Hinnat", written("Nousevat.")),))


def test_a_template_that_is_put_away_leaves_the_shelf(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    office.do(templates.add, FORM)
    shelf = Shelf(shell, Strip((("templates", "Templates"),), "templates"), TEMPLATES)
    qtbot.addWidget(shelf)
    qtbot.waitUntil(lambda: shelf.chosen() is not None)

    shelf.put_away()

    qtbot.waitUntil(lambda: shelf.table.model().rowCount() == 0)
    assert office.ask(templates.templates) == ()


def test_a_list_tells_who_is_on_it(qtbot: QtBot, shell: Shell, office: Office) -> None:
    office.do(mailing_lists.add, MailingForm("T", Wanted(town="Tampere", language="fi")))
    shelf = Shelf(shell, Strip((("lists", "Lists"),), "lists"), LISTS)
    qtbot.addWidget(shelf)
    qtbot.waitUntil(lambda: shelf.chosen() is not None)
    row = shelf.chosen()

    assert row is not None
    assert LISTS.columns[1].text(row) == "Tampere · Finnish"


def test_what_was_put_away_is_taken_back_by_undo_and_away_by_redo(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    office.do(snippets.add, SnippetForm("kiitos", (SnippetText("fi", written("Kiitos!")),)))
    shelf = Shelf(shell, Strip((("snippets", "Snippets"),), "snippets"), SNIPPETS)
    qtbot.addWidget(shelf)
    qtbot.waitUntil(lambda: shelf.chosen() is not None)

    shelf.put_away()
    qtbot.waitUntil(lambda: office.ask(snippets.snippets) == ())
    qtbot.waitUntil(lambda: shell.history.to_undo == "::kiitos is put away")
    shell.history.undo()
    qtbot.waitUntil(lambda: len(office.ask(snippets.snippets)) == 1)
    qtbot.waitUntil(lambda: shell.history.to_redo == "::kiitos is in use again")
    shell.history.redo()

    qtbot.waitUntil(lambda: office.ask(snippets.snippets) == ())

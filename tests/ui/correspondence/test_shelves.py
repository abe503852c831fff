"""Shelves list what is kept, and take it out of use by a key."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.correspondence.body import written
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.services import mailing_lists, templates
from app.services.office import Office
from app.ui.correspondence.shelves import LISTS, ListShelf, TemplateShelf
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell

FORM = TemplateForm("Prices", (TemplateText("fi", "Hinnat", written("Nousevat.")),))


def test_a_template_that_is_put_away_leaves_the_shelf(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    office.do(templates.add, FORM)
    shelf = TemplateShelf(shell, Strip((("templates", "Templates"),), "templates"))
    qtbot.addWidget(shelf)
    qtbot.waitUntil(lambda: shelf.chosen() is not None)
    row = shelf.chosen()
    assert row is not None

    shelf.put_away(row)

    qtbot.waitUntil(lambda: shelf.table.model().rowCount() == 0)
    assert office.ask(templates.templates) == ()


def test_a_list_tells_who_is_on_it(qtbot: QtBot, shell: Shell, office: Office) -> None:
    office.do(mailing_lists.add, MailingForm("T", Wanted(town="Tampere", language="fi")))
    shelf = ListShelf(shell, Strip((("lists", "Lists"),), "lists"))
    qtbot.addWidget(shelf)
    qtbot.waitUntil(lambda: shelf.chosen() is not None)
    row = shelf.chosen()

    assert row is not None
    assert LISTS.columns[1].text(row) == "Tampere · Finnish"

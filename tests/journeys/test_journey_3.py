"""Journey 3 through the real window, with nothing but keys: a letter in, its answer out."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from app.domain.correspondence.body import written
from app.domain.correspondence.letter import IncomingState, OutgoingState
from app.domain.correspondence.outgoing import NotADraft
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.domain.shared.ids import LetterId
from app.domain.shared.paging import View
from app.services import letters_in, letters_out, templates
from app.services.office import Office
from app.ui.correspondence.register import Register
from app.ui.correspondence.tab import LettersTab
from app.ui.main_window import MainWindow
from tests.documents.reading import page_texts
from tests.journeys.rooms import office_of
from tests.services.test_letters_in import scan
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key
from tests.ui.keys import type_in

SORRY = "Pahoittelemme viivästystä. Tavaranne lähtee viikolla 12."


def shoot(window: MainWindow, name: str) -> None:
    """Keep a picture of the window where somebody wants to look at it."""
    if folder := os.environ.get("BACKDESK_SHOTS"):
        window.grab().save(str(Path(folder) / f"{name}.png"))


def test_a_letter_is_registered_answered_and_sent_by_keys_alone(
    window: MainWindow, clerk: Clerk
) -> None:
    office = office_of(window)
    text = TemplateText("fi", "Toimituksenne", written(SORRY))
    office.do(templates.add, TemplateForm("Viivästys", (text,)))
    scan(office, "Uusi kaiutin rahisee.")

    register(window, clerk)
    (theirs,) = office.ask(letters_in.first, View(), 9)
    answer(window, clerk)
    (ours,) = office.ask(letters_out.first, View(), 9)
    (answered,) = office.ask(letters_in.first, View(), 9)
    send(window, clerk)
    check_the_search(window, clerk)

    assert (theirs.number, theirs.reply_by) == ("IN-2026-0001", date(2026, 3, 20))
    assert (ours.number, ours.state) == ("OUT-2026-0001", OutgoingState.ISSUED)
    assert answered.state is IncomingState.ANSWERED
    check_the_paper(office, ours.id)
    assert office.ask(letters_out.get, ours.id).state is OutgoingState.SENT


def register(window: MainWindow, clerk: Clerk) -> None:
    """Write the scan in the archive down, with fourteen days to reply, and give it its number."""
    clerk.press(Key.Key_5, CTRL)
    clerk.settle()
    clerk.press(Key.Key_L)
    clerk.settle()
    for words in ("6.3.2026", "4.3.2026", "", "", "Kahvila Aamu Oy", "T-77", "Missä tilaus?", "14"):
        type_in(clerk.here(), words)
        clerk.press(Key.Key_Return)
        clerk.settle()
    shoot(window, "letter-in")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    shoot(window, "letters-in")


def answer(window: MainWindow, clerk: Clerk) -> None:
    """Answer from the template; the address that is missing is asked for before it is issued."""
    clerk.press(Key.Key_A)
    clerk.settle()
    shoot(window, "letter-template")
    clerk.press(Key.Key_Return)
    clerk.settle()
    shoot(window, "letter-out")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    shoot(window, "letter-out-missing")
    for words in ("Kauppakatu 3", "", "33200", "Tampere"):
        clerk.enter(words)
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    shoot(window, "letter-issued")


def send(window: MainWindow, clerk: Clerk) -> None:
    """Note that the letter left by post, and look at the register."""
    clerk.press(Key.Key_D, CTRL | SHIFT)
    clerk.settle()
    shoot(window, "letter-sending")
    clerk.press(Key.Key_Return)
    clerk.settle()
    shoot(window, "letter-sent")
    clerk.press(Key.Key_W, CTRL)
    clerk.settle()
    clerk.press(Key.Key_2, ALT)
    clerk.settle()
    shoot(window, "letters-out")


def check_the_search(window: MainWindow, clerk: Clerk) -> None:
    """A word on the scan finds the letter that came in, and the one that answers it."""
    for section in (Key.Key_1, Key.Key_2):
        clerk.press(section, ALT)
        clerk.settle()
        clerk.press(Key.Key_F, CTRL)
        clerk.type("rahisee")
        clerk.settle()
        shoot(window, f"letters-found-{section.name}")
        tab = window.workspace.page if window.workspace else None
        assert isinstance(tab, LettersTab)
        page = tab.current
        assert isinstance(page, Register)
        assert page.model.rowCount() == 1


def check_the_paper(office: Office, letter_id: LetterId) -> None:
    """The page says what was written, and nobody can change it any more."""
    page = "\n".join(page_texts(office.ask(letters_out.pdf, letter_id)))
    form = office.ask(letters_out.content, letter_id)

    assert SORRY.split(".", maxsplit=1)[0] in page.replace("\n", " ")
    with pytest.raises(NotADraft):
        office.do(letters_out.save, letter_id, 2, form)

"""Journey 4 through the real window, with nothing but keys: one letter to many, and who is left."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Terms
from app.domain.contacts.form import ContactForm
from app.domain.correspondence.body import written
from app.domain.correspondence.letter import OutgoingState
from app.domain.correspondence.merging import ItemState, MergeItem
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.shared.ids import MergeRunId
from app.services import contacts, letters_out, mailing_lists, merge_runs, templates
from app.services.office import Office
from app.ui.correspondence.run_page import RunPage
from app.ui.main_window import MainWindow
from tests.journeys.rooms import office_of
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key
from tests.ui.keys import type_in

ALL, IN_TAMPERE = 137, 12
TAMPERE = Address("Hämeenkatu 1", postcode="33100", town="Tampere")
TURKU = Address("Aurakatu 1", postcode="20100", town="Turku")


def shoot(window: MainWindow, name: str) -> None:
    """Keep a picture of the window where somebody wants to look at it."""
    if folder := os.environ.get("BACKDESK_SHOTS"):
        window.grab().save(str(Path(folder) / f"{name}.png"))


def with_customers(office: Office) -> None:
    """Add 137 customers, twelve in Tampere: one has no street, one wants no such letters."""
    for at in range(ALL):
        home = TAMPERE if at < IN_TAMPERE else TURKU
        form = ContactForm(f"Asiakas {at + 1:03}", addresses=(home,))
        if at == 4:
            form = replace(form, addresses=(replace(home, street=""),))
        if at == 7:
            form = replace(form, terms=Terms(is_mailing_stopped=True))
        office.do(contacts.add, form)
    first = office.ask(contacts.find, "Asiakas 137")[0]
    letter = OutgoingForm(addressee_id=first.id, subject="Kiitos", body=written("Kiitos."))
    office.do(letters_out.issue, office.do(letters_out.draft, letter).result.id)


def test_a_letter_goes_to_all_in_tampere_by_keys_alone(
    window: MainWindow, clerk: Clerk, qtbot: QtBot, tmp_path: Path
) -> None:
    office = office_of(window)
    with_customers(office)
    clerk.press(Key.Key_6, CTRL)
    clerk.settle()

    write_the_list(window, clerk)
    write_the_template(window, clerk)
    page = prepare(window, clerk)
    look_at_each(window, clerk)
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: count(office, page.run_id, ItemState.ISSUED) == 10)
    clerk.settle()
    shoot(window, "mailing-issued")
    page.file.save_as(str(tmp_path / "all.pdf"))
    qtbot.waitUntil((tmp_path / "all.pdf").exists)
    clerk.settle()

    assert numbers(office, page.run_id) == [f"OUT-2026-{number:04}" for number in range(2, 12)]
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 10
    assert [(one.name, one.code) for one in skipped(office, page.run_id)] == [
        ("Asiakas 005", "letters.without-address"),
        ("Asiakas 008", "merging.mailing-stopped"),
    ]

    mend_the_address(window, clerk)
    clerk.press(Key.Key_R, CTRL | SHIFT)
    clerk.settle()
    second = run_page(window)
    shoot(window, "mailing-again")
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: numbers(office, second.run_id) == ["OUT-2026-0012"])
    clerk.settle()

    assert second.run_id != page.run_id
    assert office.ask(letters_out.counts)[OutgoingState.ISSUED.value] == 12


def write_the_list(window: MainWindow, clerk: Clerk) -> None:
    clerk.press(Key.Key_4, ALT)
    clerk.settle()
    shoot(window, "lists-empty")
    clerk.press(Key.Key_N, CTRL)
    clerk.settle()
    clerk.enter("Tampere")
    clerk.press(Key.Key_Return)
    clerk.enter("")
    clerk.type("Tampere")
    clerk.settle()
    shoot(window, "mailing-list")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    (kept,) = office_of(window).ask(mailing_lists.lists)
    members = office_of(window).ask(mailing_lists.members, kept.form)
    assert len(members) == IN_TAMPERE


def write_the_template(window: MainWindow, clerk: Clerk) -> None:
    clerk.press(Key.Key_5, ALT)
    clerk.settle()
    clerk.press(Key.Key_N, CTRL)
    clerk.settle()
    clerk.type("Hinnat")
    clerk.press(Key.Key_F6)
    type_in(clerk.here(), "Hyvä asiakas, hinnat nousevat 1.4.2026.")
    clerk.press(Key.Key_Backtab, SHIFT)
    type_in(clerk.here(), "Uudet hinnat")
    clerk.settle()
    shoot(window, "template")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    (kept,) = office_of(window).ask(templates.templates)
    assert [(one.language, one.subject) for one in kept.texts] == [("fi", "Uudet hinnat")]


def prepare(window: MainWindow, clerk: Clerk) -> RunPage:
    clerk.press(Key.Key_M, CTRL | SHIFT)
    clerk.settle()
    shoot(window, "mailing-asked")
    clerk.press(Key.Key_Return)
    clerk.settle()
    return run_page(window)


def look_at_each(window: MainWindow, clerk: Clerk) -> None:
    for _letter in range(IN_TAMPERE - 1):
        clerk.press(Key.Key_Down)
        clerk.settle()
    shoot(window, "mailing")


def mend_the_address(window: MainWindow, clerk: Clerk) -> None:
    """Go to the contact that was skipped, give it its street, and come back."""
    clerk.press(Key.Key_Home, CTRL)
    clerk.press(Key.Key_Down, times=4)
    clerk.settle()
    shoot(window, "mailing-skipped")
    clerk.press(Key.Key_J, CTRL)
    clerk.settle()
    clerk.press(Key.Key_Tab, times=8)
    type_in(clerk.here(), "Puutarhakatu 5")
    shoot(window, "mailing-contact")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    clerk.press(Key.Key_6, CTRL)
    clerk.settle()


def run_page(window: MainWindow) -> RunPage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, RunPage)
    return page


def items_of(office: Office, run_id: MergeRunId) -> tuple[MergeItem, ...]:
    return office.ask(merge_runs.items, run_id)


def numbers(office: Office, run_id: MergeRunId) -> list[str]:
    return [one.number for one in items_of(office, run_id) if one.number]


def count(office: Office, run_id: MergeRunId, state: ItemState) -> int:
    return sum(one.state is state for one in items_of(office, run_id))


def skipped(office: Office, run_id: MergeRunId) -> list[MergeItem]:
    return [one for one in items_of(office, run_id) if one.state is ItemState.SKIPPED]

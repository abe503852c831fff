"""Envelopes and labels of the chosen letters, looked at before they print."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.services.office import Office
from app.ui.correspondence.posting import AddressLabelDialog, EnvelopeDialog, PostalDialog
from app.ui.correspondence.tab import LettersTab
from app.ui.kit.shell import Shell
from tests.documents.reading import page_texts
from tests.domain.correspondence.letters import TO_AAMU
from tests.ui.correspondence.hands import Settle, dialog_of, do, ours, register_of, shown


@pytest.fixture
def tab(qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> LettersTab:
    ours(office)
    ours(office, addressee=replace(TO_AAMU, name="Baari Ilta"))
    tab = LettersTab(shell)
    tab.show_section("out")
    shown(qtbot, shell, tab, settle)
    qtbot.waitUntil(lambda: register_of(tab, "out").model.rowCount() == 2)
    return tab


def opened(qtbot: QtBot, tab: LettersTab, kind: type[PostalDialog]) -> PostalDialog:
    dialog = dialog_of(tab, kind)
    assert isinstance(dialog, PostalDialog)
    qtbot.waitUntil(dialog.print_button.isEnabled)
    return dialog


def test_each_chosen_letter_has_an_envelope(
    qtbot: QtBot, shell: Shell, tab: LettersTab, settle: Settle
) -> None:
    register_of(tab, "out").table.selectAll()

    do(shell, "letter.envelope", settle)
    dialog = opened(qtbot, tab, EnvelopeDialog)

    assert dialog.kind.value() == "dl"
    pages = page_texts(dialog.preview.pdf)
    assert sorted(page.count("Baari Ilta") for page in pages) == [0, 1]
    dialog.close()


def test_labels_begin_where_others_were_peeled_off(
    qtbot: QtBot, shell: Shell, tab: LettersTab, settle: Settle
) -> None:
    register_of(tab, "out").table.selectAll()
    do(shell, "letter.labels", settle)
    dialog = opened(qtbot, tab, AddressLabelDialog)
    assert isinstance(dialog, AddressLabelDialog)
    before = dialog.preview.pdf

    dialog.start.put(Decimal(3))
    dialog.draw()
    qtbot.waitUntil(lambda: dialog.preview.pdf not in {b"", before})

    assert dialog.feed().skip == 2
    assert "Baari Ilta" in page_texts(dialog.preview.pdf)[0]
    dialog.close()


def test_the_calibration_page_is_shown_in_its_place(
    qtbot: QtBot, shell: Shell, tab: LettersTab, settle: Settle
) -> None:
    shell.settings.change(print_right=15)
    do(shell, "letter.envelope", settle)
    dialog = opened(qtbot, tab, EnvelopeDialog)

    dialog.calibrate.click()
    qtbot.waitUntil(lambda: "1,5" in page_texts(dialog.preview.pdf)[0])

    assert dialog.feed().right == 1.5
    dialog.close()


def test_a_letter_without_an_address_is_told(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = ours(office, addressee=replace(TO_AAMU, address=Address()))
    tab = LettersTab(shell)
    tab.show_section("out")
    shown(qtbot, shell, tab, settle)
    dialog = EnvelopeDialog(tab, shell, [letter.id])

    dialog.open()

    qtbot.waitUntil(lambda: "address" in dialog.preview.words.text())
    assert not dialog.print_button.isEnabled()
    dialog.close()

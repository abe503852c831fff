"""The foot of the window says how many requests wait for whoever is logged in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.users import SecondPair
from app.domain.contacts.form import form_of
from app.services import contacts
from app.services.office import Office
from app.services.second_looks import Waits
from app.ui import approval_sign
from app.ui.approval_sign import STEPS, ApprovalSign
from app.ui.kit.client import OfficeClient
from app.ui.kit.foot import Foot
from app.ui.kit.lane import Lanes
from app.ui.kit.shell import Shell
from tests.builders import a_contact
from tests.pairs import ask_for, join, seen_by
from tests.windows import Settle


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approval_sign, "FIRST", 0)


@pytest.fixture
def anna(shell: Shell) -> Office:
    join(shell.client.office.database)
    office = seen_by(shell.client.office, "Anna")
    ask_for(office, SecondPair.DELETE)
    return office


@pytest.fixture
def sign(
    qtbot: QtBot, shell: Shell, anna: Office, lanes: Lanes, settle: Settle
) -> Iterator[ApprovalSign]:
    client = OfficeClient(seen_by(anna), lanes, shell)
    foot = Foot()
    made = ApprovalSign(Shell(client, shell.book, shell.settings, shell))
    foot.put(made.button)
    foot.show()
    settle()
    yield made
    client.stop()
    settle()


def test_what_waits_is_counted_and_leads_to_the_page(
    sign: ApprovalSign, shell: Shell, anna: Office, settle: Settle
) -> None:
    assert sign.button.text() == ""
    kept = anna.do(contacts.add, replace(form_of(a_contact("Kone")), number="777")).result
    with pytest.raises(Waits):
        anna.do(contacts.put_away, (kept.id,))

    sign.shell.client.changed.emit(frozenset({"approval"}))
    settle()

    assert sign.button.text() == "1 request waits for you"
    opened: list[str] = []
    shell.book.offer(sign.button, {"company.approvals": partial(opened.append, STEPS[-1])})
    shell.book.enter((sign.button,))
    sign.button.click()
    assert opened == ["company.approvals"]

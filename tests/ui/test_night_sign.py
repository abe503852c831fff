"""The sign says when the archive was verified, how far it is, and what is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.proof import Damage, Finding, Proof
from app.domain.shared.ids import ProofId, RecordId
from app.services import archive
from app.services.office import Office
from app.ui.actions import with_modules
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.foot import Foot
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.night_sign import NightSign, sign_text

BEGUN = datetime(2026, 3, 9, 12, tzinfo=UTC)
GOING = Proof(ProofId(2), BEGUN, "Maija", checked=1200)
DONE = replace(GOING, id=ProofId(1), ended_at=BEGUN)
FOUND = Finding(RecordId(1), None, "a", "A", Damage.CHANGED)


@pytest.fixture
def sign(qtbot: QtBot, client: OfficeClient, office: Office) -> Iterator[NightSign]:
    """Watch over an office that filed a note; what watches is stopped before the foot goes."""
    office.do(archive.file, "a.txt", "text/plain", b"a")
    foot, shell = Foot(), Shell(client, ActionBook(with_modules(())), Settings(), client)
    made = NightSign(shell)
    foot.put(made.button)
    foot.show()
    yield made
    client.stop()
    qtbot.waitUntil(lambda: not client.lanes.long.is_busy)
    foot.close()


def test_nothing_is_said_until_the_archive_was_verified(qtbot: QtBot, sign: NightSign) -> None:
    assert sign.button.isHidden()

    sign.watch.look()

    qtbot.waitUntil(lambda: sign.button.text().startswith("Archive verified "))
    assert not sign.button.isHidden()


def test_it_leads_to_the_proof(qtbot: QtBot, sign: NightSign) -> None:
    sign.watch.look()
    qtbot.waitUntil(lambda: not sign.button.isHidden())

    with qtbot.waitSignal(sign.shell.wanted) as wanted:
        sign.button.click()

    assert wanted.args == ["proof", 0]


@pytest.mark.parametrize(
    ("proofs", "text"),
    [
        ((DONE,), "Archive verified 9 Mar 2026"),
        ((GOING, DONE), "Verifying the archive: 1,200"),
        ((replace(DONE, findings=(FOUND,)),), "1 document is damaged"),
        ((GOING, replace(DONE, findings=(FOUND, FOUND))), "2 documents are damaged"),
    ],
)
def test_damage_comes_before_everything_else(proofs: tuple[Proof, ...], text: str) -> None:
    assert sign_text(proofs) == text

"""The sign is there while something is wrong, says what, and leads to the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.services import health_rounds
from app.services.office import Office
from app.ui.health_sign import HealthSign
from app.ui.kit.foot import Foot
from app.ui.kit.shell import Shell
from tests.databases import tamper

Settle = Callable[[], None]


@pytest.fixture
def sign(qtbot: QtBot, shell: Shell, settle: Settle) -> Iterator[HealthSign]:
    foot = Foot()
    made = HealthSign(shell)
    foot.put(made.button)
    foot.show()
    settle()
    yield made
    shell.client.stop()
    settle()


def test_an_office_in_order_has_no_sign(sign: HealthSign) -> None:
    assert sign.button.isHidden()


@pytest.mark.parametrize(
    "harmed",
    [
        ("UPDATE audit SET who = 'Eve' WHERE seq = 1", "The company is damaged"),
        ("INSERT INTO document_count VALUES ('inbox', 0, 0, 0, 1)", "Something wants a look"),
    ],
)
def test_what_was_found_is_told(
    sign: HealthSign, shell: Shell, office: Office, settle: Settle, harmed: tuple[str, str]
) -> None:
    harm, word = harmed
    with office.database.write() as unit:
        tamper(unit.connection, harm)

    shell.client.errand(ended, health_rounds.check_now)
    settle()

    assert sign.button.text() == word
    assert sign.button.toolTip().endswith("Open the health page")


def ended(_lines: object) -> None:
    """Take note."""

"""The page lists how every topic stands, shows what was found, and leads to what helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.admin.health import RIGHTS_UNMADE, Line, Sign, Topic
from app.domain.shared.jobs import JobKind
from app.services import backups, health
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.ui.admin.health_page import HealthPage
from app.ui.admin.health_words import TOPICS
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.builders import a_contact
from tests.databases import tamper

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, settle: Settle) -> HealthPage:
    made = HealthPage(shell, Strip((("health", "Health"),), "health"))
    qtbot.addWidget(made)
    made.show()
    shell.book.enter((made,))
    settle()
    return made


@pytest.fixture
def mistyped(office: Office) -> int:
    """A contact whose account number does not check."""
    one = a_contact()
    with office.database.write() as unit:
        unit.contacts.add(one, office.clock.now())
        tamper(unit.connection, "UPDATE contact_account SET iban = 'FI1'")
    return one.id


def choose(page: HealthPage, topic: Topic) -> None:
    page.table.choose(1 + list(TOPICS).index(topic))


def test_what_is_bad_comes_first_with_what_helps(page: HealthPage, shell: Shell) -> None:
    model = page.table.model()

    assert [model.index(0, place).data() for place in (0, 1, 4)] == [
        "Problem",
        "Backups",
        "Back up now",
    ]
    assert shell.book.action("health.act").text() == "Back up now"
    assert page.told.text().startswith("1 problem to solve.\nNot everything was checked yet")


def test_everything_is_checked_on_request(page: HealthPage, shell: Shell, settle: Settle) -> None:
    shell.client.office.run(backups.back_up)
    shell.client.office.run(backups.practise_due)
    page.check()
    settle()

    assert page.told.text().startswith("Everything is in order.\nEverything was checked 10 Mar")
    assert not page.findings.isVisible()
    assert not shell.book.action("health.act").isEnabled()


def test_a_contact_with_a_wrong_number_is_named_and_opened(
    page: HealthPage, mistyped: int, shell: Shell, settle: Settle
) -> None:
    opened: list[tuple[str, int]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    page.check()
    settle()

    choose(page, Topic.IDENTIFIERS)
    settle()
    page.act()
    page.findings.opened.emit(1)

    assert shell.book.action("health.act").text() == "Show the contacts with a wrong number"
    assert page.findings.model().index(0, 0).data().startswith("Kahvila Aamu Oy: A contact has")
    assert opened == [("contact", mistyped)]


def test_who_may_not_read_contacts_sees_no_name(
    page: HealthPage, mistyped: int, office: Office, settle: Settle
) -> None:
    office.who = Actor("Eve", Role("guest", frozenset({Permission.COMPANY_READ})))
    page.check()
    settle()

    choose(page, Topic.IDENTIFIERS)
    settle()

    assert page.findings.model().index(0, 0).data().startswith("A contact has an account number")


def test_what_could_not_be_read_leads_to_what_is_to_be_done(
    page: HealthPage, office: Office, shell: Shell, settle: Settle
) -> None:
    opened: list[str] = []
    shell.wanted.connect(lambda kind, _record: opened.append(kind))
    with office.database.write() as unit:
        unit.jobs.add(JobKind.READ, (7,), office.clock.now())
        unit.jobs.fail(JobKind.READ, 7, "reading.failed", {})
    page.refresh()
    settle()

    choose(page, Topic.TEXTS)
    page.act()

    assert opened == ["to-do"]


def test_the_statement_for_the_keeper_of_the_server_is_copied(
    page: HealthPage, shell: Shell, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement = 'ALTER ROLE "backdesk" CREATEROLE'
    told = RIGHTS_UNMADE.at("rights", account="backdesk", statement=statement)
    found = replace(
        health.overview(shell.client.office), lines=(Line(Topic.RIGHTS, Sign.LOOK, (told,)),)
    )
    monkeypatch.setattr(health, "overview", lambda _office: found)
    page.refresh()
    settle()
    choose(page, Topic.RIGHTS)

    assert shell.book.action("health.act").text() == "Copy the statement"
    page.act()

    assert QGuiApplication.clipboard().text() == f"{statement};"
    assert statement in str(page.findings.model().index(0, 0).data())

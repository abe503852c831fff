"""One box finds contacts, products, invoices and documents: those the asker may see."""

from __future__ import annotations

import pytest

from app.domain.correspondence.mail_form import MailForm
from app.outside.clock import FixedClock
from app.services import letters_out, outbox, search
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.letters import registered
from tests.services.test_letters_in import scan
from tests.trade import issued, journey_6_content, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def found(office: Office, words: str) -> set[tuple[str, str]]:
    return {(hit.kind, hit.title) for hit in office.ask(search.find, words)}


BOTH = {("invoice", "20260001"), ("document", "20260001")}


def test_one_question_finds_every_kind(office: Office) -> None:
    issued(office, journey_6_content())

    assert found(office, "20260001") == BOTH
    assert found(office, "686,56") == BOTH
    assert found(office, "inv 686.56") == {("invoice", "20260001")}
    assert found(office, "") == set()


def test_the_limit_holds(office: Office) -> None:
    issued(office)
    issued(office)

    assert len(office.ask(search.find, "2026", 1)) == 1


@pytest.mark.parametrize("missing", [Permission.INVOICES_READ, Permission.ARCHIVE_READ])
def test_what_may_not_be_read_is_not_found(office: Office, missing: Permission) -> None:
    issued(office)
    role = Role("limited", frozenset(Permission) - {missing})
    limited = Office(office.database, office.clock, Actor("Eve", role))

    kinds = {kind for kind, _ in found(limited, "20260001")}

    assert kinds == {"invoice", "document"} - {search_kind(missing)}


def search_kind(permission: Permission) -> str:
    """Return the kind of record that a permission lets find."""
    return next(kind for kind, needed in search.NEEDED.items() if needed is permission)


def test_who_may_read_nothing_finds_nothing(office: Office) -> None:
    issued(office)
    clerk = Actor("Eve", Role("clerk", frozenset({Permission.COMPANY_READ})))

    assert found(Office(office.database, office.clock, clerk), "20260001") == set()


def test_a_word_on_a_scan_finds_its_letter_and_the_answer(office: Office) -> None:
    asked = registered(office, document_id=scan(office, "Putki vuotaa"))
    reply = office.do(letters_out.answer, asked.id).result

    hits = office.ask(search.find, "vuotaa")

    assert {(hit.kind, hit.entity_id) for hit in hits} == {
        ("letter-in", asked.id),
        ("letter-out", reply.id),
    }
    assert found(office, "IN-2026-0001") >= {("letter-in", "IN-2026-0001")}
    assert len(office.ask(search.find, "vuotaa", 1)) == 1


def test_letters_are_found_by_who_may_read_them(office: Office) -> None:
    registered(office, document_id=scan(office, "Putki vuotaa"))
    role = Role("limited", frozenset(Permission) - {Permission.LETTERS_READ})
    limited = Office(office.database, office.clock, Actor("Eve", role))

    assert {kind for kind, _ in found(limited, "reklamaatio")} <= {"document"}
    assert found(limited, "vuotaa") == set()


@pytest.mark.parametrize("is_allowed", [True, False])
def test_words_in_mails_are_found_by_who_may_read_them(office: Office, *, is_allowed: bool) -> None:
    office.do(outbox.write, MailForm(subject="Tarjous", text="Höylä on huollettu."))
    taken = frozenset() if is_allowed else frozenset({Permission.MAIL_READ})
    role = Role("limited", frozenset(Permission) - taken)
    asker = Office(office.database, office.clock, Actor("Eve", role))

    assert found(asker, "höylä") == ({("mail", "Tarjous")} if is_allowed else set())

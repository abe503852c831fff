"""A mailing by e-mail: issued letters are in the outbox, others on paper, and none goes twice."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.domain.contacts.contact import Point, PointKind
from app.domain.correspondence.body import written
from app.domain.correspondence.letter import Channel, OutgoingState
from app.domain.correspondence.mail import MailState
from app.domain.correspondence.merging import ItemState, RunState
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.domain.shared.ids import MailAccountId, MergeRunId
from app.domain.shared.refusals import Invalid, NotFound
from app.outside.passwords import Memory, kept_by
from app.services import dispatching, letter_mails, merge_mails, merge_runs, outbox, snippets
from app.services.merge_mails import ByMail
from app.services.office import Cancelled, Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.mail_servers import Box, served
from tests.services.letters import an_office
from tests.services.outgoing_mail import account
from tests.services.test_merge_runs import a_contact, a_list, a_template, items, letters


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def reached(office: Office, name: str, address: str) -> None:
    """Add somebody who has an e-mail address."""
    a_contact(office, name, points=(Point(PointKind.EMAIL, address),))


def three(office: Office) -> None:
    """Two who have an e-mail address, and one who has not."""
    reached(office, "Aamu", "aamu@firma.fi")
    a_contact(office, "Baari")
    reached(office, "Cafe", "cafe@firma.fi")


def by_mail(office: Office, otherwise: Channel | None = None) -> MergeRunId:
    listed, template = a_list(office), a_template(office)
    wanted = (listed, template.id, None, Channel.EMAIL, otherwise)
    return office.do(merge_runs.prepare, *wanted).result.id


def test_letters_by_email_wait_in_the_outbox_and_others_are_skipped_and_why(
    office: Office,
) -> None:
    three(office)
    one = account(office, 25)
    run_id = by_mail(office)
    before = [(item.state, item.code) for item in items(office, run_id)]

    outcome = office.run(merge_runs.issue, run_id, ByMail(one.id))

    assert before == [
        (ItemState.READY, ""),
        (ItemState.SKIPPED, "letters.without-email"),
        (ItemState.READY, ""),
    ]
    assert (outcome.issued, outcome.mailed, outcome.skipped) == (2, 2, 0)
    mailed = office.ask(merge_mails.mailed, run_id)
    assert {each.state for each in mailed} == {MailState.QUEUED}
    assert {each.letter_id for each in mailed} == {
        item.letter_id for item in items(office, run_id) if item.letter_id
    }
    assert office.ask(merge_runs.get, run_id).run.state is RunState.ISSUED


def test_who_has_no_email_gets_the_letter_on_paper(office: Office, tmp_path: Path) -> None:
    three(office)
    account(office, 25)
    run_id = by_mail(office, Channel.POST)

    outcome = office.run(merge_runs.issue, run_id)
    printed = office.ask(merge_runs.print_file, run_id, tmp_path / "a.pdf", with_mailed=False)
    whole = office.ask(merge_runs.print_file, run_id, tmp_path / "b.pdf")

    ways = [item.way(Channel.EMAIL) for item in items(office, run_id)]
    assert ways == [Channel.EMAIL, Channel.POST, Channel.EMAIL]
    assert [letter.channel for letter in letters(office)] == ways
    assert (outcome.issued, outcome.mailed) == (3, 2)
    assert (printed.letters, whole.letters) == (1, 3)
    assert len(PdfReader(printed.target).pages) == 1


@pytest.mark.network
def test_each_receiver_gets_their_own_paper_once_and_each_dispatch_is_proved(
    office: Office,
) -> None:
    three(office)
    box = Box()
    words = SnippetText("fi", written("Ohessa hinnasto."))
    office.do(snippets.add, SnippetForm("hinnat", (words,)))
    with served(box) as port:
        one = account(office, port)
        run_id = by_mail(office)
        office.run(merge_runs.issue, run_id, ByMail(one.id, "hinnat"))
        office.run(outbox.send_some)
        office.run(outbox.send_some)

    told = [message_from_bytes(message, policy=policy.default) for message in box.taken]
    assert [message["to"] for message in told] == ["aamu@firma.fi", "cafe@firma.fi"]
    for message, letter in zip(told, letters(office), strict=True):
        body = message.get_body()
        assert body is not None
        assert body.get_content().strip() == "Ohessa hinnasto."
        assert letter.state is OutgoingState.SENT
        assert len(office.ask(dispatching.of, letter.id)) == 1
    assert {one.state for one in office.ask(merge_mails.mailed, run_id)} == {MailState.SENT}


def test_a_mailing_by_email_needs_an_account_before_anything_is_issued(office: Office) -> None:
    three(office)
    run_id = by_mail(office)

    with pytest.raises(Invalid) as told:
        office.run(merge_runs.issue, run_id)
    with pytest.raises(NotFound):
        office.run(merge_runs.issue, run_id, ByMail(MailAccountId(9)))

    assert [one.code for one in told.value.problems] == ["mail.without-account"]
    assert letters(office) == ()


def test_an_address_that_no_mail_can_go_to_is_a_reason_to_skip(office: Office) -> None:
    reached(office, "Aamu", "äiti@firma.fi")
    account(office, 25)

    run_id = by_mail(office)

    (item,) = items(office, run_id)
    assert (item.state, item.code) == (ItemState.SKIPPED, "mail.wrong-address")


@on_sqlite
def test_a_stopped_mailing_has_every_issued_letter_in_the_outbox(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        reached(office, f"Asiakas {number}", f"a{number}@firma.fi")
    account(office, 25)
    monkeypatch.setattr(merge_runs, "BATCH", 2)
    run_id = by_mail(office)

    def stop(done: int, of: int) -> None:
        if of == 5 and done >= 2:
            raise Cancelled

    first = office.run_watched(stop, merge_runs.issue, run_id).result
    waiting = office.ask(outbox.waiting)["queued"]
    second = office.run(merge_runs.issue, run_id)

    assert (first.issued, first.mailed, first.is_stopped, waiting) == (2, 2, True, 2)
    assert (second.mailed, office.ask(outbox.waiting)["queued"]) == (3, 5)
    for letter in letters(office):
        assert len(office.ask(letter_mails.of, letter.id)) == 1


def test_by_post_nothing_is_mailed_and_no_account_is_needed(office: Office) -> None:
    three(office)
    run_id = office.do(merge_runs.prepare, a_list(office), a_template(office).id).result.id

    outcome = office.run(merge_runs.issue, run_id)

    assert (outcome.issued, outcome.mailed) == (3, 0)
    assert office.ask(merge_mails.mailed, run_id) == ()
    assert all(item.facts == {} for item in items(office, run_id))

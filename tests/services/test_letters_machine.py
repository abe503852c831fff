"""Every letter has one number, one frozen PDF and one thread, in whatever order clerks work."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.correspondence.body import written
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.incoming import form_of as received_form
from app.domain.correspondence.letter import (
    Channel,
    Incoming,
    IncomingState,
    Outgoing,
    OutgoingState,
)
from app.domain.correspondence.outgoing import NUMBERED, OutgoingForm, form_of
from app.domain.shared.ids import LetterId
from app.domain.shared.refusals import OfficeError
from app.outside.clock import FixedClock
from app.services import dispatching, letter_types, letters_in, letters_out, threads
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.chances import few
from tests.trade import AAMU, opened_books

CLERKS = st.sampled_from(("Maija", "Anna"))
PICK = st.integers(0, 99)
WORDS = st.sampled_from(("", "Kiitos.", "Pahoittelemme."))
LEGAL_IN = {
    IncomingState.RECEIVED: {IncomingState.REGISTERED, IncomingState.ASSIGNED},
    IncomingState.REGISTERED: {
        IncomingState.ASSIGNED,
        IncomingState.ANSWERED,
        IncomingState.NO_REPLY_NEEDED,
    },
    IncomingState.ASSIGNED: {IncomingState.ANSWERED, IncomingState.NO_REPLY_NEEDED},
    IncomingState.ANSWERED: {IncomingState.FILED, IncomingState.ASSIGNED},
    IncomingState.NO_REPLY_NEEDED: {IncomingState.FILED},
    IncomingState.FILED: set(),
}
"""What one command may make of a letter: what acts on an unassigned one assigns it first."""
LEGAL_OUT = {
    OutgoingState.DRAFT: {OutgoingState.APPROVED, OutgoingState.ISSUED},
    OutgoingState.APPROVED: {OutgoingState.ISSUED},
    OutgoingState.ISSUED: {OutgoingState.SENT, OutgoingState.VOIDED},
    OutgoingState.SENT: {OutgoingState.FILED},
    OutgoingState.FILED: set(),
    OutgoingState.VOIDED: set(),
}


class Letters(RuleBasedStateMachine):
    """Clerks receive, register, answer, write, approve, issue, send, void and file; days go by."""

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backdesk-letters-"))
        shutil.copytree(self.empty, self.folder / "Office.backdesk")
        self.today = date(2026, 3, 10)
        self.database = open_office(self.folder / "Office.backdesk")
        opened_books(self._office("Maija"))
        self.contract = self._office("Maija").do(letter_types.add, "Contract", is_four_eyes=True)
        self.came: dict[LetterId, Incoming] = {}
        self.ours: dict[LetterId, Outgoing] = {}
        self.papers: dict[LetterId, bytes] = {}

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    def _office(self, who: str) -> Office:
        return Office(self.database, FixedClock(self.today), Actor(who))

    def _try(self, who: str, command: Callable[..., Any], *args: Any) -> Any:
        """Do what may be refused: then nothing is different from before."""
        try:
            return self._office(who).do(command, *args).result
        except OfficeError:
            return None

    @rule(days=st.integers(1, 20))
    def days_go_by(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(who=CLERKS, sender=st.sampled_from(("", "Kahvila Aamu Oy")), days=st.none() | PICK)
    def receive(self, who: str, sender: str, days: int | None) -> None:
        form = IncomingForm(self.today, sender=sender, subject="Asia", reply_days=days)
        letter = self._office(who).do(letters_in.receive, form).result
        self.came[letter.id] = letter

    @rule(who=CLERKS, pick=PICK, reply=st.booleans())
    def write(self, who: str, pick: int, reply: bool) -> None:  # noqa: FBT001  hypothesis gives it by name
        answers = self._one_of(self.came, pick) if reply and self.came else None
        type_id = self.contract.result.id if pick % 3 == 0 else None
        form = OutgoingForm(addressee_id=AAMU.id, subject="Asia", type_id=type_id, answers=answers)
        letter = self._try(who, letters_out.draft, replace(form, body=written("Hei.")))
        if letter:
            self.ours[letter.id] = letter

    @precondition(lambda self: self.came)
    @rule(
        who=CLERKS,
        pick=PICK,
        step=st.sampled_from(("register", "assign", "no_reply", "file", "save", "discard")),
    )
    def handle(self, who: str, pick: int, step: str) -> None:
        letter_id = self._one_of(self.came, pick)
        more: dict[str, tuple[Any, ...]] = {"assign": ("Olli",), "no_reply": ("Mainos",)}
        if step == "save":
            known = self._office(who).ask(letters_in.get, letter_id)
            changed = replace(received_form(known), place=f"Kansio {pick}")
            more["save"] = (known.version, changed)
        done = self._try(who, getattr(letters_in, step), letter_id, *more.get(step, ()))
        if done and step == "discard":
            del self.came[letter_id]

    @precondition(lambda self: self.ours)
    @rule(
        who=CLERKS,
        pick=PICK,
        words=WORDS,
        step=st.sampled_from(("approve", "issue", "issue", "void", "file", "save", "discard")),
    )
    def work(self, who: str, pick: int, words: str, step: str) -> None:
        letter_id = self._one_of(self.ours, pick)
        more: dict[str, tuple[Any, ...]] = {"void": (words,)}
        if step == "save":
            known = self._office(who).ask(letters_out.get, letter_id)
            more["save"] = (known.version, replace(form_of(known), body=written(words)))
        done = self._try(who, getattr(letters_out, step), letter_id, *more.get(step, ()))
        if done and step == "discard":
            del self.ours[letter_id]

    @precondition(lambda self: self.ours)
    @rule(who=CLERKS, pick=PICK, channel=st.sampled_from(Channel))
    def send(self, who: str, pick: int, channel: Channel) -> None:
        self._try(who, dispatching.send, self._one_of(self.ours, pick), channel)

    @precondition(lambda self: self.ours)
    @rule(who=CLERKS, picks=st.lists(PICK, max_size=4))
    def issue_many(self, who: str, picks: list[int]) -> None:
        self._try(
            who, letters_out.issue_many, tuple(self._one_of(self.ours, pick) for pick in picks)
        )

    @invariant()
    def numbers_are_whole(self) -> None:
        with self.database.read() as unit:
            for kind in ("letter-in", "letter-out"):
                assert list(unit.numbers.gaps(kind)) == []
            took = sum(row.last for row in unit.numbers.rows() if row.kind.startswith("letter"))
        office = self._office("Maija")
        came = [office.ask(letters_in.get, one) for one in self.came]
        ours = [office.ask(letters_out.get, one) for one in self.ours]
        numbers = [one.number for one in came if one.number]
        numbers += [one.number for one in ours if one.number]
        assert len(numbers) == len(set(numbers)) == took

    @invariant()
    def letters_move_only_as_they_may(self) -> None:
        office = self._office("Maija")
        for letter_id, was in self.came.items():
            came = office.ask(letters_in.get, letter_id)
            assert came.state is was.state or came.state in LEGAL_IN[was.state]
            assert was.number in ("", came.number)
            assert bool(came.number) is (came.state is not IncomingState.RECEIVED)
            self._require_one_thread(came)
            self.came[letter_id] = came
        for letter_id, before in self.ours.items():
            ours = office.ask(letters_out.get, letter_id)
            assert ours.state is before.state or ours.state in LEGAL_OUT[before.state]
            self._require_frozen(before, ours)
            self._require_one_thread(ours)
            self.ours[letter_id] = ours

    def _require_frozen(self, before: Outgoing, after: Outgoing) -> None:
        is_numbered = after.state in NUMBERED
        assert bool(after.number) is bool(after.document_id) is is_numbered
        if before.state in NUMBERED:
            kept = replace(after, state=before.state, version=before.version, reason=before.reason)
            assert kept == before
        if is_numbered:
            pdf = self._office("Maija").ask(letters_out.pdf, after.id)
            assert self.papers.setdefault(after.id, pdf) == pdf

    def _require_one_thread(self, letter: Incoming | Outgoing) -> None:
        seen = self._office("Maija").ask(threads.get, letter.thread_id)
        assert [one.record_id for one in seen.letters].count(letter.id) == 1

    @invariant()
    def four_eyes_saw_what_needs_them(self) -> None:
        for letter in self.ours.values():
            if letter.type_id and letter.state is not OutgoingState.DRAFT:
                assert letter.approved_by not in ("", letter.written_by)

    @invariant()
    def the_audit_holds(self) -> None:
        with self.database.read() as unit:
            assert list(unit.audit.broken()) == []

    def _one_of(self, letters: dict[LetterId, Any], pick: int) -> LetterId:
        return list(letters)[pick % len(letters)]


def test_letters_hold_whatever_clerks_do(empty_folder: Path) -> None:
    machine = type("Here", (Letters,), {"empty": empty_folder})

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=few(12),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

"""Each receiver of a mailing has one outcome, and no letter comes twice, whatever clerks do."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Terms
from app.domain.contacts.form import ContactForm, form_of
from app.domain.contacts.mailing import MailingForm
from app.domain.correspondence.body import Body, Chip, Paragraph, Words
from app.domain.correspondence.letter import Outgoing
from app.domain.correspondence.merging import ItemState, MergeItem, RunState
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.domain.shared.ids import ContactId, LetterId, MergeRunId
from app.domain.shared.refusals import OfficeError
from app.outside.clock import FixedClock
from app.services import contacts, mailing_lists, merge_runs, templates
from app.services.office import Cancelled, Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.chances import few
from tests.services.letters import issued
from tests.trade import opened_books

PICK = st.integers(0, 99)
HELLO = Body((Paragraph((Words("Hyvä "), Chip("contact.name"), Words(", kiitos."))),))
FORM = TemplateForm("Thanks", (TemplateText("fi", "Kiitos", HELLO),))
HOME = (Address("Katu 1", postcode="33100", town="Nokia"),)
BATCH = 2


class Mailings(RuleBasedStateMachine):
    """Clerks keep a list, prepare, look, issue, stop, discard and go on, also two at once."""

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backdesk-mailings-"))
        shutil.copytree(self.empty, self.folder / "Office.backdesk")
        self.database = open_office(self.folder / "Office.backdesk")
        self.office = Office(self.database, FixedClock(TODAY), Actor("Maija"))
        self.other = Office(self.database, FixedClock(TODAY), Actor("Olli"))
        opened_books(self.office)
        self.template = self.office.do(templates.add, FORM).result
        self.known: list[ContactId] = []
        self.left_out: set[ContactId] = set()
        self.meant: dict[MergeRunId, frozenset[ContactId]] = {}
        self.seen: dict[int, Outgoing] = {}

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        for bare in (False, True, False, False):
            self.meet(bare=bare, stopped=False)
        form = MailingForm("All", None, tuple(self.known))
        self.listed = self.office.do(mailing_lists.add, form).result

    @rule(bare=st.booleans(), stopped=st.booleans())
    def meet(self, bare: bool, stopped: bool) -> None:  # noqa: FBT001  hypothesis gives them by name
        form = ContactForm(
            f"Asiakas {len(self.known)}",
            addresses=() if bare else HOME,
            terms=Terms(is_mailing_stopped=stopped),
        )
        self.known.append(self.office.do(contacts.add, form).result.id)

    @rule(pick=PICK, step=st.sampled_from(("mend", "spoil", "put_away", "take_back", "leave_out")))
    def turn(self, pick: int, step: str) -> None:
        contact = self.known[pick % len(self.known)]
        if step == "leave_out":
            self.left_out ^= {contact}
        elif step in ("mend", "spoil"):
            now = self.office.ask(contacts.get, contact)
            form = replace(form_of(now), addresses=HOME if step == "mend" else ())
            self.office.do(contacts.change, contact, now.version, form)
        else:
            self._try(getattr(contacts, step), (contact,))

    @rule()
    def prepare(self) -> None:
        form = MailingForm("All", None, tuple(self.known), tuple(sorted(self.left_out)))
        self.listed = self.office.do(
            mailing_lists.change, self.listed.id, self.listed.version, form
        ).result
        run = self._try(merge_runs.prepare, self.listed.id, self.template.id)
        if run:
            self.meant[run.id] = frozenset(self.known) - self.left_out

    @precondition(lambda self: self.meant)
    @rule(pick=PICK, place=st.integers(0, 8))
    def preview(self, pick: int, place: int) -> None:
        run_id = self._one_run(pick)
        if place < len(self.meant[run_id]) and self._items(run_id):
            assert self.office.ask(merge_runs.preview, run_id, place).startswith(b"%PDF")

    @precondition(lambda self: self.meant)
    @rule(pick=PICK, batches=st.none() | st.integers(0, 2))
    def issue(self, pick: int, batches: int | None) -> None:
        """Issue a run, to its end or until it is stopped after so many batches."""
        left = iter(range(batches)) if batches is not None else None

        def watch(_done: int, _of: int) -> None:
            if left is not None and next(left, None) is None:
                raise Cancelled

        self._run(watch, self._one_run(pick))

    @precondition(lambda self: self.meant)
    @rule(pick=PICK, turn=st.integers(0, 2), step=st.sampled_from(("issue", "discard", "letter")))
    def two_at_once(self, pick: int, turn: int, step: str) -> None:
        """Issue a run while somebody else does something between two of its batches."""
        run_id, turns = self._one_run(pick), iter(range(9))
        meanwhile: dict[str, Callable[[], object]] = {
            "issue": partial(self.other.run, merge_runs.issue, run_id),
            "discard": partial(self.other.do, merge_runs.discard, run_id),
            "letter": partial(issued, self.other),
        }

        def watch(_done: int, _of: int) -> None:
            if next(turns, None) == turn:
                try:
                    meanwhile[step]()
                except OfficeError:
                    return

        self._run(watch, run_id)

    @precondition(lambda self: self.meant)
    @rule(pick=PICK)
    def discard(self, pick: int) -> None:
        self._try(merge_runs.discard, self._one_run(pick))

    @precondition(lambda self: self.meant)
    @rule(pick=PICK)
    def again(self, pick: int) -> None:
        run = self._try(merge_runs.again, self._one_run(pick))
        if run:
            self.meant[run.id] = frozenset(one.contact_id for one in self._items(run.id))

    @invariant()
    def every_receiver_has_one_outcome(self) -> None:
        for run_id, meant in self.meant.items():
            row, items = self.office.ask(merge_runs.get, run_id), self._items(run_id)
            if row.run.state is RunState.DISCARDED:
                assert items == ()
                continue
            assert [one.position for one in items] == list(range(len(items)))
            assert Counter(one.contact_id for one in items) == Counter(meant)
            assert (row.ready, row.issued, row.skipped) == tuple(
                sum(one.state is state for one in items)
                for state in (ItemState.READY, ItemState.ISSUED, ItemState.SKIPPED)
            )
            assert row.run.state is RunState.PREPARED or row.ready == 0
            for one in items:
                assert bool(one.number) is bool(one.letter_id) is (one.state is ItemState.ISSUED)
                assert bool(one.code) is (one.state is ItemState.SKIPPED)

    @invariant()
    def no_letter_comes_twice_and_none_is_changed(self) -> None:
        written = [one for run_id in self.meant for one in self._items(run_id) if one.letter_id]
        with self.database.read() as unit:
            ours = {one.id: one for one in unit.letters_out.get_all(unit.letters_out.spine())}
        merged = {one.id for one in ours.values() if one.run_id}
        assert sorted(one.letter_id or 0 for one in written) == sorted(merged)
        for item in written:
            letter = ours[item.letter_id or LetterId(0)]
            assert (letter.number, letter.addressee_id) == (item.number, item.contact_id)
            assert self.seen.setdefault(letter.id, letter) == letter
        family = {
            run_id: self.office.ask(merge_runs.get, run_id).run.first_id for run_id in self.meant
        }
        got = Counter((family[one.run_id], one.contact_id) for one in written)
        assert all(times == 1 for times in got.values())

    @invariant()
    def numbers_are_gapless_and_the_audit_holds(self) -> None:
        with self.database.read() as unit:
            assert list(unit.numbers.gaps("letter-out")) == []
            taken = sum(row.last for row in unit.numbers.rows() if row.kind == "letter-out")
            numbers = [one.number for one in unit.letters_out.get_all(unit.letters_out.spine())]
            assert len(numbers) == len(set(numbers)) == taken
            assert list(unit.audit.broken()) == []

    def _one_run(self, pick: int) -> MergeRunId:
        return list(self.meant)[pick % len(self.meant)]

    def _items(self, run_id: MergeRunId) -> tuple[MergeItem, ...]:
        return self.office.ask(merge_runs.items, run_id)

    def _try(self, command: Callable[..., Any], *args: Any) -> Any:
        try:
            return self.office.do(command, *args).result
        except OfficeError:
            return None

    def _run(self, watch: Callable[[int, int], None], run_id: MergeRunId) -> None:
        try:
            outcome = self.office.run_watched(watch, merge_runs.issue, run_id).result
        except OfficeError:
            return
        assert outcome.is_stopped or outcome.run.state is RunState.ISSUED


def test_mailings_hold_whatever_clerks_do(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge_runs, "BATCH", BATCH)
    machine = type("Here", (Mailings,), {"empty": empty_folder})

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=few(8),
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

"""Whoever asks, approves, refuses or withdraws: what waits is done once at most."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.admin.approvals import parts_of
from app.domain.admin.users import Approval, Decision, SecondPair
from app.domain.contacts.contact import BankAccount, Contact
from app.domain.contacts.form import form_of
from app.domain.shared.ids import ApprovalId
from app.domain.shared.refusals import OfficeError
from app.services import approvals, archive, contacts
from app.services.guarded import GUARDED
from app.services.office import Office
from app.services.permissions import NotAllowed
from app.services.second_looks import Waits
from app.storage.offices import open_office
from tests.builders import a_contact
from tests.chances import few
from tests.pairs import paired, seen_by
from tests.trade import count

NAMES = st.sampled_from(["Anna", "Ben", "Boon"])
IBANS = st.sampled_from(["DE89370400440532013000", "FI2112345600000785", "FI4950009420028730"])
PICK = st.integers(0, 99)
FIRST = "FI2112345600000785"


class Looks(RuleBasedStateMachine):
    """Users swap the account of a supplier, rename it, file papers, and decide about what waits.

    ``wanted`` is the account that each request is for; ``accounts`` those it has had, one by one.
    """

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backdesk-looks-"))
        shutil.copytree(self.empty, self.folder / "Office.backdesk")
        self.database = open_office(self.folder / "Office.backdesk")
        self.anna = paired(self.database, SecondPair.BANK_DETAILS, SecondPair.DELETE)
        form = replace(form_of(a_contact("Kone")), number="7", accounts=(BankAccount(FIRST),))
        self.kone = self.anna.do(contacts.add, form).result.id
        self.wanted: dict[ApprovalId, str] = {}
        self.accounts = [FIRST]
        self.papers: set[ApprovalId] = set()
        self.filed = 0

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @rule(name=NAMES, iban=IBANS)
    def swap(self, name: str, iban: str) -> None:
        asker, kone = self._as(name), self._kone
        form = replace(form_of(kone), accounts=(BankAccount(iban),))
        if iban == self.accounts[-1]:
            asker.do(contacts.change, self.kone, kone.version, form)
            return
        before = {one.id for one in self._all()}
        with suppress(Waits):
            asker.do(contacts.change, self.kone, kone.version, form)
            raise AssertionError(name)
        (new,) = {one.id for one in self._all()} - before
        self.wanted[new] = iban

    @rule(name=NAMES, content=st.binary(min_size=1, max_size=99))
    def file(self, name: str, content: bytes) -> None:
        before = {one.id for one in self._all()}
        with suppress(Waits, NotAllowed):
            self._as(name).do(archive.file, "paper", "", content)
            raise AssertionError(name)
        self.papers |= {one.id for one in self._all()} - before

    @rule(number=PICK)
    def rename(self, number: int) -> None:
        kone = self._kone
        form = replace(form_of(kone), name=f"Kone {number}")
        self.anna.do(contacts.change, self.kone, kone.version, form)

    @precondition(lambda self: self.wanted or self.papers)
    @rule(name=NAMES, pick=PICK)
    def approve(self, name: str, pick: int) -> None:
        one = self._one(pick)
        with suppress(OfficeError):
            self._as(name).run(approvals.approve, one.id, one.version)
            assert one.decision is Decision.WAITING
            assert one.asked_by != name
            if one.id in self.papers:
                self.filed += 1
            else:
                self.accounts.append(self.wanted[one.id])

    @precondition(lambda self: self.wanted or self.papers)
    @rule(name=NAMES, pick=PICK)
    def refuse(self, name: str, pick: int) -> None:
        one = self._one(pick)
        with suppress(OfficeError):
            self._as(name).do(approvals.refuse, one.id, one.version, "No")
            assert one.asked_by != name

    @precondition(lambda self: self.wanted or self.papers)
    @rule(name=NAMES, pick=PICK)
    def withdraw(self, name: str, pick: int) -> None:
        one = self._one(pick)
        with suppress(OfficeError):
            self._as(name).do(approvals.withdraw, one.id, one.version)
            assert one.asked_by == name

    @invariant()
    def the_account_is_the_last_that_two_agreed_on(self) -> None:
        assert [one.iban for one in self._kone.accounts] == [self.accounts[-1]]

    @invariant()
    def each_approval_names_two_people_and_was_done_once(self) -> None:
        approved = [one for one in self._all() if one.decision is Decision.APPROVED]
        mine = [one for one in approved if one.id in self.wanted]

        assert all(one.asked_by != one.decided_by for one in approved)
        assert len(mine) == len(self.accounts) - 1

    @invariant()
    def what_waits_has_its_bytes_and_what_was_decided_has_none(self) -> None:
        for one in self._all():
            is_whole = one.decision is Decision.WAITING and one.id in self.papers
            assert bool(parts_of(one.arguments)[1]) is is_whole
        assert count(self.anna, "document") == self.filed

    @invariant()
    def the_audit_holds(self) -> None:
        with self.database.read() as unit:
            assert list(unit.audit.broken()) == []

    def _as(self, name: str) -> Office:
        return seen_by(self.anna, name)

    @property
    def _kone(self) -> Contact:
        return self.anna.ask(contacts.get, self.kone)

    def _all(self) -> tuple[Approval, ...]:
        with self.database.read() as unit:
            return (*unit.approvals.waiting(), *unit.approvals.decided(999))

    def _one(self, pick: int) -> Approval:
        found = sorted(
            (one for one in self._all() if one.id in self.papers | self.wanted.keys()),
            key=lambda one: one.id,
        )
        return found[pick % len(found)]


def test_what_waits_is_done_once_at_most_whatever_users_do(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(GUARDED, "archive.file", ("delete", "document"))
    machine = type("Here", (Looks,), {"empty": empty_folder})

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=few(12),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

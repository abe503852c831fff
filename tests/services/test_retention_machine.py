"""Nothing under hold or inside its years is ever destroyed, in whatever order things happen."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
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

from app.domain.archive.disposal import DisposalKind, DisposalState, Fate
from app.domain.archive.document import Document, DocumentState
from app.domain.archive.form import form_of
from app.domain.archive.holds import HoldForm, holds_over
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import OfficeError
from app.outside.clock import FixedClock
from app.services import archive, disposing, documents, holding, kinds
from app.services.office import Office
from app.services.permissions import Actor
from app.storage import checks
from app.storage.contents import Destroyed
from app.storage.offices import open_office
from tests.chances import few
from tests.trade import AAMU, LUMO, opened_books

CODES = ("bill", "contract", "other", "minutes", "personnel")
YEARS = {"bill": 8, "contract": 6, "other": 3, "personnel": 3}
BYTES = (b"one", b"two", b"three")
DAYS = st.sampled_from([date(2010, 5, 1), date(2019, 12, 31), date(2024, 2, 29)])
PICK = st.integers(0, 99)


def earliest_end(document: Document, code: str) -> date | None:
    """Return the last day that German law asks for, written down here once more."""
    if code in ("contract", "personnel"):
        begun = document.event_on
    else:
        begun = document.day or document.received_at.date()
    return None if begun is None or code not in YEARS else date(begun.year + YEARS[code], 12, 31)


class Retention(RuleBasedStateMachine):
    """Clerks file, change, hold, lift, strike, sign and destroy; days go by; it is started anew."""

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backdesk-retention-"))
        self.place = self.folder / "Office.backdesk"
        self.today = date(2026, 3, 10)
        shutil.copytree(self.empty, self.place)
        self.office = self._started(open_office(self.place))
        opened_books(self.office, replace(LUMO, country="DE", language="en"), self.today)
        self.types = {one.code: one.id for one in self.office.ask(kinds.sorting).types}
        self.codes = {type_id: code for code, type_id in self.types.items()}
        self.ids: list[DocumentId] = []
        self.content: dict[DocumentId, bytes] = {}
        self.before: dict[DocumentId, Document] = {}
        self.held: set[DocumentId] = set()
        self.gone: set[DocumentId] = set()
        self.office.do(disposing.set_rules, 0, 30, False)  # noqa: FBT003  as scripts do

    def teardown(self) -> None:
        problems = checks.check(self.office.database)
        self.office.close()
        shutil.rmtree(self.folder)
        assert problems == ()

    @rule(content=st.sampled_from(BYTES), code=st.sampled_from(CODES), day=DAYS)
    def file(self, content: bytes, code: str, day: date) -> None:
        record = self.office.do(archive.file, "a.txt", "text/plain", content).result
        one = DocumentId(record.id)
        self.ids.append(one)
        self.content[one] = content
        self._change(one, type_id=self.types[code], day=day)
        self.office.do(documents.file, (one,))

    @precondition(lambda self: self.ids)
    @rule(pick=PICK, code=st.sampled_from(CODES), day=DAYS, event=st.none() | DAYS)
    def change(self, pick: int, code: str, day: date, event: date | None) -> None:
        self._change(self._one(pick), type_id=self.types[code], day=day, event_on=event)

    @precondition(lambda self: self.ids)
    @rule(pick=PICK, to=st.sampled_from([AAMU.id, None]))
    def give(self, pick: int, to: Any) -> None:
        self._change(self._one(pick), correspondent_id=to)

    @precondition(lambda self: self.ids)
    @rule(
        pick=PICK,
        deed=st.sampled_from(
            [documents.trash, documents.restore, documents.seal, documents.unfile, documents.file]
        ),
    )
    def move(self, pick: int, deed: Any) -> None:
        with suppress(OfficeError):
            self.office.do(deed, (self._one(pick),))

    @precondition(lambda self: self.ids)
    @rule(pick=PICK, over=st.sampled_from(["documents", "contact_id", "type_id"]))
    def hold(self, pick: int, over: str) -> None:
        one = self._one(pick)
        document = self.office.ask(documents.get, one)
        chosen: dict[str, Any] = {
            "documents": (one,),
            "contact_id": AAMU.id,
            "type_id": document.type_id,
        }
        form = replace(HoldForm("Hold", "why"), **{over: chosen[over]})
        with suppress(OfficeError):
            self.office.do(holding.place, form)

    @rule(pick=PICK)
    def lift(self, pick: int) -> None:
        standing = [row.hold for row in self.office.ask(holding.holds) if row.hold.is_in_force]
        if standing:
            hold = standing[pick % len(standing)]
            self.office.do(holding.lift, hold.id, hold.version, "over")

    @rule(days=st.integers(1, 1500))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.office = self._started(self.office.database)

    @rule(kind=st.sampled_from(DisposalKind))
    def propose(self, kind: DisposalKind) -> None:
        with suppress(OfficeError):
            one = self.office.do(disposing.propose, kind).result
            self.office.do(disposing.sign, one.id, one.version, "Ville")

    @rule(kind=st.sampled_from(DisposalKind))
    def give_up(self, kind: DisposalKind) -> None:
        with suppress(OfficeError):
            one = self.office.do(disposing.propose, kind).result
            one = self.office.do(disposing.sign, one.id, one.version, "Ville").result
            self.office.do(disposing.begin, one.id, one.version)

    @rule(pick=PICK)
    def go_on(self, pick: int) -> None:
        """Take the next step with a list that is open."""
        steps: dict[DisposalState, Any] = {
            DisposalState.PROPOSED: lambda one: self.office.do(
                disposing.sign, one.id, one.version, "Ville"
            ),
            DisposalState.SIGNED: lambda one: self.office.do(disposing.begin, one.id, one.version),
            DisposalState.UNDER_WAY: lambda one: self.office.do(disposing.finish, one.id),
        }
        waiting = [one for one in self.office.ask(disposing.disposals) if one.state in steps]
        if waiting:
            one = waiting[pick % len(waiting)]
            with suppress(OfficeError):
                steps[one.state](one)

    @rule(pick=PICK, is_dropped=st.booleans())
    def think_again(self, pick: int, *, is_dropped: bool) -> None:
        """Strike something out of a list, or give the list up."""
        lists = self.office.ask(disposing.disposals)
        if not lists:
            return
        one = lists[pick % len(lists)]
        which = one.items[pick % len(one.items)].document_id
        with suppress(OfficeError):
            if is_dropped:
                self.office.do(disposing.drop, one.id, one.version)
            else:
                self.office.do(disposing.strike, one.id, one.version, which, "why")

    @rule()
    def restart(self) -> None:
        self.office.close()
        self.office = self._started(open_office(self.place))
        disposing.finish_begun(self.office)

    @invariant()
    def only_what_may_go_is_gone(self) -> None:
        lists = self.office.ask(disposing.disposals)
        under_way = {
            item.document_id
            for one in lists
            if one.state is DisposalState.UNDER_WAY
            for item in one.of(Fate.DESTROYED)
        }
        cards = {one: self.office.ask(documents.get, one) for one in self.ids}
        for one, card in cards.items():
            if card.state is DocumentState.DISPOSED:
                if one not in self.gone:
                    self._require_rightly_gone(one)
                self.gone.add(one)
            else:
                self.before[one] = card
        kept = {self.content[one] for one in self.ids if one not in self.gone}
        for one in self.ids:
            self._require_bytes(one, is_kept=self.content[one] in kept, is_late=one in under_way)
        standing = [row.hold for row in self.office.ask(holding.holds)]
        self.held = {one for one, card in self.before.items() if holds_over(card, standing)}

    def _require_rightly_gone(self, one: DocumentId) -> None:
        """Check that nothing asked for a document when it was last there."""
        card = self.before[one]
        last = earliest_end(card, self.codes[card.type_id] if card.type_id else "")
        assert last is not None
        assert self.today > last
        assert one not in self.held

    def _require_bytes(self, one: DocumentId, *, is_kept: bool, is_late: bool) -> None:
        """Check that bytes are there while a document needs them, and gone when none does."""
        try:
            found = self.office.ask(documents.content, one)
        except Destroyed:
            assert not is_kept
        else:
            assert found == self.content[one]
            assert is_kept or is_late

    def _one(self, pick: int) -> DocumentId:
        return self.ids[pick % len(self.ids)]

    def _change(self, one: DocumentId, **parts: Any) -> None:
        before = self.office.ask(documents.get, one)
        with suppress(OfficeError):
            form = replace(form_of(before), **parts)
            self.office.do(documents.change, one, before.version, form)

    def _started(self, database: Any) -> Office:
        return Office(database, FixedClock(self.today), Actor("Maija"))


def test_nothing_that_is_asked_for_is_destroyed(empty_folder: Path) -> None:
    Retention.empty = empty_folder

    run_state_machine_as_test(
        Retention,
        settings=settings(
            max_examples=few(10),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

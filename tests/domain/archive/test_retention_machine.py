"""Whatever is done to cards, holds and lists: nothing that is asked for is given up."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.archive.disposal import (
    Case,
    Disposal,
    DisposalKind,
    DisposalState,
    Fate,
    Item,
    Stay,
    destroyed,
    kept,
    stay_of_due,
    stay_of_trashed,
)
from app.domain.archive.document import Document, DocumentState
from app.domain.archive.holds import Hold, holds_over, require_free
from app.domain.archive.retention import Clock, RetentionClass, ground_of
from app.domain.shared.ids import ContactId, DisposalId, DocumentId, HoldId, RecordId, new_id
from app.domain.shared.refusals import OfficeError
from tests.domain.archive.papers import a_document

CLASSES = {
    clock.value: RetentionClass(clock.value, {"en": clock.value}, years, clock)
    for years, clock in enumerate(Clock, 2)
}
DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))
PICK = st.integers(0, 99)


class Keeping(RuleBasedStateMachine):
    """Five documents, some holds and one list at a time; days go by."""

    def __init__(self) -> None:
        super().__init__()
        self.today = date(2026, 3, 10)
        self.cards = [
            a_document(str(n), state=DocumentState.FILED, day=date(2010, 5, 1)) for n in range(5)
        ]
        self.classes = ["year-end"] * 5
        self.holds: list[Hold] = []
        self.list: Disposal | None = None
        self.last: dict[DocumentId, tuple[Document, str, bool]] = {}

    @property
    def now(self) -> datetime:
        return datetime(self.today.year, self.today.month, self.today.day, tzinfo=UTC)

    @rule(pick=PICK, kept_as=st.sampled_from(sorted(CLASSES)), day=DAYS, event=st.none() | DAYS)
    def change(self, pick: int, kept_as: str, day: date, event: date | None) -> None:
        self._put(pick, replace(self.cards[pick % 5], day=day, event_on=event))
        self.classes[pick % 5] = kept_as

    @rule(pick=PICK, to=st.sampled_from([ContactId(7), None]))
    def give(self, pick: int, to: ContactId | None) -> None:
        before = self.cards[pick % 5]
        after = replace(before, correspondent_id=to)
        for place, hold in enumerate(self.holds):
            if hold.loses(before, after):
                self.holds[place] = replace(hold, documents=hold.documents | {before.id})
        self._put(pick, after)

    @rule(pick=PICK, move=st.sampled_from(["trash", "restore", "seal", "unfile", "file"]))
    def move(self, pick: int, move: str) -> None:
        one = self.cards[pick % 5]
        with suppress(OfficeError):
            if move == "trash":
                require_free(one, self.holds)
            moved = {
                "trash": lambda: one.trashed(self.now),
                "restore": one.restored,
                "seal": one.sealed,
                "unfile": one.unfiled,
                "file": one.filed,
            }[move]()
            self._put(pick, moved)

    @rule(pick=PICK, by_contact=st.booleans())
    def hold(self, pick: int, *, by_contact: bool) -> None:
        new = Hold(HoldId(new_id()), 1, "Hold", "why", "Maija", self.now)
        named = frozenset({self.cards[pick % 5].id})
        over = {"contact_id": ContactId(7)} if by_contact else {"documents": named}
        self.holds.append(replace(new, **over))

    @rule(pick=PICK)
    def lift(self, pick: int) -> None:
        if self.holds:
            with suppress(OfficeError):
                place = pick % len(self.holds)
                self.holds[place] = self.holds[place].lifted("Ville", "over", self.now)

    @rule(days=st.integers(1, 2000))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(kind=st.sampled_from(DisposalKind))
    def propose(self, kind: DisposalKind) -> None:
        items = tuple(
            Item(one.id, one.title, "", self.today, self._case(one).ground)
            for one in self.cards
            if self._may_go(kind, one)
        )
        proposed = DisposalState.PROPOSED
        self.list = Disposal(DisposalId(1), 1, kind, proposed, "Maija", self.now, items)

    @rule(kind=st.sampled_from(DisposalKind))
    def give_up(self, kind: DisposalKind) -> None:
        """Go from proposal to destruction at one go."""
        self.propose(kind)
        with suppress(OfficeError):
            assert self.list is not None
            self._begin(self.list.signed("Ville", self.now, four_eyes=True))

    @rule(pick=PICK, step=st.sampled_from(["strike", "sign", "sign", "begin", "begin"]))
    def go_on(self, pick: int, step: str) -> None:
        if (one := self.list) is None:
            return
        with suppress(OfficeError):
            if step == "strike":
                self.list = one.struck(self.cards[pick % 5].id, "Ville", "why")
            elif step == "sign":
                self.list = one.signed("Ville", self.now, four_eyes=True)
            else:
                self._begin(one)

    @invariant()
    def nothing_that_was_asked_for_is_gone(self) -> None:
        for place, one in enumerate(self.cards):
            if one.state is DocumentState.DISPOSED:
                card, kept_as, was_held = self.last[one.id]
                ground = ground_of(card, (CLASSES[kept_as],), 1)
                assert ground is not None
                assert ground.until is not None
                assert self.today > ground.until
                assert not was_held
            else:
                held = bool(holds_over(one, self.holds))
                self.last[one.id] = (one, self.classes[place], held)

    def _begin(self, one: Disposal) -> None:
        cards = {card.id: card for card in self.cards}

        def settle(item: Item) -> Item:
            if self._may_go(one.kind, cards[item.document_id]):
                return destroyed(item, ())
            stay = self._stay(one.kind, cards[item.document_id])
            assert stay is not None
            return kept(item, stay)

        self.list = one.begun(settle, self.now, self.today, RecordId(1))
        gone = {item.document_id for item in self.list.of(Fate.DESTROYED)}
        self.cards = [card.disposed() if card.id in gone else card for card in self.cards]

    def _case(self, one: Document) -> Case:
        place = [card.id for card in self.cards].index(one.id)
        ground = ground_of(one, (CLASSES[self.classes[place]],), 1)
        return Case(one, ground, bool(holds_over(one, self.holds)))

    def _stay(self, kind: DisposalKind, one: Document) -> Stay | None:
        if kind is DisposalKind.DUE:
            return stay_of_due(self._case(one), self.today)
        return stay_of_trashed(self._case(one), self.now - timedelta(30), self.today)

    def _may_go(self, kind: DisposalKind, one: Document) -> bool:
        return self._stay(kind, one) is None

    def _put(self, pick: int, card: Document) -> None:
        if self.cards[pick % 5].state is not DocumentState.DISPOSED:
            self.cards[pick % 5] = card


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)

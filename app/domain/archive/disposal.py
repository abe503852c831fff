"""Disposal: what nothing asks for any more is proposed, signed, destroyed and certified.

A proposal lists documents with the reason why each may go; somebody strikes out what stays, and
signs. Only then it is carried out, in steps that can be repeated: what is still due is given up,
its bytes are destroyed, and a certificate is filed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.retention import Ground
from app.domain.shared.ids import DisposalId, DocumentId, RecordId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import IllegalTransition, NotFound, Refusal


class Unexplained(Refusal):
    """What is struck out of a disposal list needs a reason."""

    code = "disposal.unexplained"


class Unsigned(Refusal):
    """Who signs writes a name under it."""

    code = "disposal.unsigned"


class SameHand(Refusal):
    """The office asks for four eyes: who proposed a disposal does not sign it."""

    code = "disposal.same-hand"


class NothingDue(Refusal):
    """There is nothing that may be destroyed."""

    code = "disposal.nothing-due"


USUAL_TRASH_DAYS = 30
BAD_DAYS = Rule("disposal.bad-days", "most")
MOST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class DisposalRules:
    """How the office destroys: days in the trash, and whether somebody else has to sign."""

    version: int = 0
    trash_days: int = USUAL_TRASH_DAYS
    is_four_eyes: bool = False


def check_rules(rules: DisposalRules) -> tuple[Problem, ...]:
    """Return every problem of an office's rules."""
    is_right = 1 <= rules.trash_days <= MOST_DAYS
    return () if is_right else (BAD_DAYS.at("trash_days", most=MOST_DAYS),)


class DisposalKind(Enum):
    """What a disposal is of: documents whose years are over, or the trash after its days."""

    DUE = "due"
    TRASH = "trash"


class DisposalState(Enum):
    """Where a disposal stands; under way means that its documents are given up for good."""

    PROPOSED = "proposed"
    SIGNED = "signed"
    UNDER_WAY = "under-way"
    DONE = "done"
    DROPPED = "dropped"


OPEN = (DisposalState.PROPOSED, DisposalState.SIGNED, DisposalState.UNDER_WAY)


class Fate(Enum):
    """What becomes of an item.

    ``kept`` is what turned out not to be due any more when the disposal was carried out.
    """

    LISTED = "listed"
    STRUCK = "struck"
    KEPT = "kept"
    DESTROYED = "destroyed"


class Stay(Enum):
    """Why a document may not be destroyed today."""

    HELD = "held"
    NOT_DUE = "not-due"
    LOCKED = "locked"
    MOVED = "moved"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that is destroyed with a document: which version, its name, SHA-256 and size."""

    number: int
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Item:
    """A document on a disposal list; ``ground`` is why it was kept until now, none for no law.

    ``type_code`` is its type as it was listed. ``why`` says why it stays: the words of who struck
    it out, or the code of a ``Stay``.
    """

    document_id: DocumentId
    title: str
    type_code: str
    day: date
    ground: Ground | None
    fate: Fate = Fate.LISTED
    by: str = ""
    why: str = ""
    files: tuple[Gone, ...] = ()


@dataclass(frozen=True, slots=True)
class Disposal:
    """A disposal from its proposal to its certificate.

    ``certificate_id`` is settled when it gets under way, so that the bytes are destroyed in the
    name of a certificate that follows.
    """

    id: DisposalId
    version: int
    kind: DisposalKind
    state: DisposalState
    proposed_by: str
    proposed_at: datetime
    items: tuple[Item, ...]
    signed_by: str = ""
    signed_at: datetime | None = None
    begun_on: date | None = None
    begun_at: datetime | None = None
    certificate_id: RecordId | None = None
    done_at: datetime | None = None

    def of(self, fate: Fate) -> tuple[Item, ...]:
        """Return the items that share a fate."""
        return tuple(item for item in self.items if item.fate is fate)

    def struck(self, document_id: DocumentId, who: str, why: str) -> Disposal:
        """Return the disposal without a document; raises Unexplained, NotFound."""
        self._require(DisposalState.PROPOSED, to=DisposalState.PROPOSED)
        if not (reason := one_line(why)):
            raise Unexplained
        if not any(item.document_id == document_id for item in self.of(Fate.LISTED)):
            raise NotFound(record="document", id=document_id)
        return replace(
            self,
            items=tuple(
                replace(item, fate=Fate.STRUCK, by=who, why=reason)
                if item.document_id == document_id
                else item
                for item in self.items
            ),
        )

    def signed(self, name: str, at: datetime, *, four_eyes: bool) -> Disposal:
        """Return the disposal as signed; raises Unsigned, SameHand, NothingDue."""
        self._require(DisposalState.PROPOSED, to=DisposalState.SIGNED)
        if not (signature := one_line(name)):
            raise Unsigned
        if four_eyes and signature.casefold() == self.proposed_by.casefold():
            raise SameHand(who=self.proposed_by)
        if not self.of(Fate.LISTED):
            raise NothingDue
        return replace(self, state=DisposalState.SIGNED, signed_by=signature, signed_at=at)

    @property
    def is_signed_alone(self) -> bool:
        """Say whether who proposed the list signed it, too."""
        return self.signed_by.casefold() == self.proposed_by.casefold()

    def begun(
        self, settle: Callable[[Item], Item], now: datetime, today: date, certificate: RecordId
    ) -> Disposal:
        """Return the disposal under way, each listed item settled; raises NothingDue."""
        self._require(DisposalState.SIGNED, to=DisposalState.UNDER_WAY)
        settled = replace(
            self,
            state=DisposalState.UNDER_WAY,
            items=tuple(settle(item) if item.fate is Fate.LISTED else item for item in self.items),
            begun_on=today,
            begun_at=now,
            certificate_id=certificate,
        )
        if not settled.of(Fate.DESTROYED):
            raise NothingDue
        return settled

    def done(self, at: datetime) -> Disposal:
        """Return the disposal after its bytes are gone and its certificate is filed."""
        self.require_under_way()
        return replace(self, state=DisposalState.DONE, done_at=at)

    def dropped(self) -> Disposal:
        """Return the disposal given up before anything was destroyed."""
        self._require(DisposalState.PROPOSED, DisposalState.SIGNED, to=DisposalState.DROPPED)
        return replace(self, state=DisposalState.DROPPED)

    def require_under_way(self) -> None:
        """Raise IllegalTransition unless the documents are given up and the bytes are not."""
        self._require(DisposalState.UNDER_WAY, to=DisposalState.DONE)

    def _require(self, *states: DisposalState, to: DisposalState) -> None:
        if self.state not in states:
            raise IllegalTransition(record="disposal", state=self.state.value, wanted=to.value)


def destroyed(item: Item, files: tuple[Gone, ...]) -> Item:
    """Return an item whose document is given up with these files."""
    return replace(item, fate=Fate.DESTROYED, files=files)


def kept(item: Item, stay: Stay) -> Item:
    """Return an item whose document stays after all."""
    return replace(item, fate=Fate.KEPT, why=stay.value)


@dataclass(frozen=True, slots=True)
class Case:
    """All that decides whether a document may go: its card, why it is kept, and who holds it."""

    document: Document
    ground: Ground | None
    is_held: bool = False


def stay_of_due(case: Case, today: date) -> Stay | None:
    """Return why a filed document may not be destroyed today, or none when its years are over."""
    if case.ground is None or not case.ground.is_over(today):
        return Stay.NOT_DUE
    return _stay(case, DocumentState.FILED)


def stay_of_trashed(case: Case, trashed_by: datetime, today: date) -> Stay | None:
    """Return why a document may not be destroyed out of the trash, or none.

    It must lie there since ``trashed_by``, and no law may ask for it.
    """
    trashed_at = case.document.trashed_at
    if trashed_at is None or trashed_at > trashed_by or case.document.is_sealed:
        return Stay.MOVED
    if case.ground is not None and not case.ground.is_over(today):
        return Stay.NOT_DUE
    return _stay(case, DocumentState.TRASHED)


def _stay(case: Case, state: DocumentState) -> Stay | None:
    if case.is_held:
        return Stay.HELD
    if case.document.state is not state:
        return Stay.MOVED
    return Stay.LOCKED if case.document.locked_by else None

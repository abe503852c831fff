"""Mailings: one template for a whole list, a letter for each, all or only those who can get one.

A run is prepared, looked at, and then issued or discarded; whom it skipped is told with the
reason. What was issued stays issued, wherever a run was interrupted.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from app.domain.contacts.contact import Contact
from app.domain.contacts.mailing import Wanted
from app.domain.correspondence.filling import check_fields
from app.domain.correspondence.incoming import WITHOUT_SUBJECT
from app.domain.correspondence.letter import Channel
from app.domain.correspondence.mail_form import is_address
from app.domain.correspondence.template import Template, TemplateForm
from app.domain.shared.ids import (
    ContactId,
    LetterId,
    MailingListId,
    MergeItemId,
    MergeRunId,
    TemplateId,
)
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import IllegalTransition, Refusal

KIND = "merge-run"
"""The kind of record, as links and tabs name it."""

_WAY = "channel"
MAILING_STOPPED = Rule("merging.mailing-stopped")
REMINDER_STOPPED = Rule("merging.reminder-stopped")
PUT_AWAY = Rule("merging.put-away")
WITHOUT_LANGUAGE = Rule("merging.without-language", "language")
NOBODY_ON_IT = Rule("merging.nobody-on-it")


class RunState(Enum):
    """Where a run stands."""

    PREPARED = "prepared"
    ISSUED = "issued"
    DISCARDED = "discarded"


class ItemState(Enum):
    """What becomes of one receiver of a run."""

    READY = "ready"
    SKIPPED = "skipped"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class RunForm(TemplateForm):
    """What the template of a run says, and how a letter goes that cannot go by e-mail.

    Without ``otherwise`` who has no e-mail address is skipped in a run by e-mail.
    """

    otherwise: Channel | None = None

    def channel_for(self, email: str) -> Channel:
        """Return the way to a receiver with this e-mail address, or with none."""
        if self.channel is Channel.EMAIL and self.otherwise and not is_address(email):
            return self.otherwise
        return self.channel


class NobodyFits(Refusal):
    """None of those who were skipped can get a letter yet."""

    code = "merging.nobody-fits"


class Begun(IllegalTransition):
    """Some letters of the run are issued: they stay, and it can only be gone on with."""

    code = "merging.begun"


@dataclass(frozen=True, slots=True)
class MergeRun:
    """A mailing; ``form`` is what its template said when it was prepared.

    ``first_id`` is the run that began: its own, or that of which it takes up the skipped.
    """

    id: MergeRunId
    version: int
    state: RunState
    name: str
    list_id: MailingListId
    template_id: TemplateId
    form: RunForm
    first_id: MergeRunId
    made_by: str
    made_at: datetime
    dated_on: date | None = None


@dataclass(frozen=True, slots=True)
class MergeItem:
    """One receiver of a run; ``code`` and ``facts`` say why one was skipped.

    Of one who was not, the facts hold the way that the letter goes where it is not the run's own.
    """

    id: MergeItemId
    run_id: MergeRunId
    position: int
    contact_id: ContactId
    name: str
    state: ItemState = ItemState.READY
    language: str = ""
    code: str = ""
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    letter_id: LetterId | None = None
    number: str = ""

    def skipped(self, why: Problem) -> MergeItem:
        """Return the receiver as one who gets no letter now."""
        return replace(self, state=ItemState.SKIPPED, code=why.code, facts=dict(why.facts))

    def issued(self, letter_id: LetterId, number: str) -> MergeItem:
        """Return the receiver with the letter that was issued."""
        return replace(self, state=ItemState.ISSUED, letter_id=letter_id, number=number)

    def going(self, channel: Channel, usual: Channel) -> MergeItem:
        """Return the receiver with the way that the letter goes."""
        facts = {} if channel is usual else {_WAY: channel.value}
        return replace(self, facts=facts)

    def way(self, usual: Channel) -> Channel:
        """Return the way that the letter goes; ``usual`` is that of the run."""
        return usual if self.code else Channel(self.facts.get(_WAY, usual.value))

    @property
    def why(self) -> Problem | None:
        """Why there is no letter, or none when there is one."""
        return Problem("", self.code, self.facts) if self.code else None


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as a list shows it: how many letters wait, were issued and were skipped."""

    run: MergeRun
    ready: int
    issued: int
    skipped: int

    @property
    def id(self) -> MergeRunId:
        """The run's."""
        return self.run.id


def stopped(contact: Contact) -> Problem | None:
    """Return why a contact is written to by no mailing, whatever it says; or none."""
    if contact.is_archived:
        return PUT_AWAY.at("")
    if contact.terms.is_mailing_stopped:
        return MAILING_STOPPED.at("")
    if contact.terms.is_reminder_stopped:
        return REMINDER_STOPPED.at("")
    return None


def check_pair(template: Template, wanted: Wanted | None) -> tuple[Problem, ...]:
    """Return what stands between a template and a list, before any letter is looked at.

    A list of one language needs a text in it; other readers get the language of the office.
    """
    problems: list[Problem] = []
    spoken = wanted.language if wanted else ""
    if spoken and all(text.language != spoken for text in template.texts):
        problems.append(WITHOUT_LANGUAGE.at("template_id", language=spoken))
    for text in template.texts:
        if not text.subject:
            problems.append(WITHOUT_SUBJECT.at("template_id"))
        problems += (replace(one, field="template_id") for one in check_fields(text.body))
    return tuple(problems)


def require_prepared(run: MergeRun) -> None:
    """Raise IllegalTransition unless letters of the run may still be issued."""
    if run.state is not RunState.PREPARED:
        raise IllegalTransition(record=KIND, number=run.name, state=run.state.value)


def ended(run: MergeRun) -> MergeRun:
    """Return the run with all of its letters issued."""
    require_prepared(run)
    return replace(run, state=RunState.ISSUED, version=run.version + 1)


def discarded(run: MergeRun, issued: int) -> MergeRun:
    """Return the run that is not issued; raises Begun where a letter of it was."""
    require_prepared(run)
    if issued:
        raise Begun(record=KIND, number=run.name, count=issued)
    return replace(run, state=RunState.DISCARDED, version=run.version + 1)

"""The lines of a mailing: who gets a letter which way, and how its mail stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.correspondence.letter import Channel
from app.domain.correspondence.mail_queues import MailedLetter
from app.domain.correspondence.merging import ItemState, MergeItem
from app.domain.shared.ids import MergeItemId
from app.lang.texts import mark
from app.ui.correspondence.mail_words import TONES as MAIL_TONES
from app.ui.correspondence.words import channel_text
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.letter_lines import MAIL_STATES
from app.ui.kit.messages import problem_text, sentence_of
from app.ui.kit.table import Column
from app.ui.kit.texts import _

STATES = {
    ItemState.READY: mark("Ready"),
    ItemState.SKIPPED: mark("Skipped"),
    ItemState.ISSUED: mark("Issued"),
}
TONES = {ItemState.READY: "accent", ItemState.SKIPPED: "warn", ItemState.ISSUED: "good"}
WAY = 1
"""The column that says which way a letter goes; in a mailing on paper it is hidden."""


@dataclass(frozen=True, slots=True)
class RunLine:
    """One receiver, with the usual way of the mailing and the mail of the letter."""

    item: MergeItem
    usual: Channel = Channel.POST
    mail: MailedLetter | None = None

    @property
    def id(self) -> MergeItemId:
        """The receiver's."""
        return self.item.id


def lines_of(
    items: Sequence[MergeItem], usual: Channel, mails: Sequence[MailedLetter]
) -> tuple[RunLine, ...]:
    """Return the lines of a mailing."""
    by_letter = {one.letter_id: one for one in mails}
    return tuple(
        RunLine(item, usual, by_letter.get(item.letter_id) if item.letter_id else None)
        for item in items
    )


def way_text(line: RunLine) -> str:
    """Return which way a letter goes; nothing for who gets none."""
    is_skipped = line.item.state is ItemState.SKIPPED
    return "" if is_skipped else channel_text(line.item.way(line.usual))


def state_text(line: RunLine) -> str:
    """Return how a letter stands, or its mail."""
    return _(MAIL_STATES[line.mail.state] if line.mail else STATES[line.item.state])


def state_tone(line: RunLine) -> str:
    """Return how good or bad that is."""
    return MAIL_TONES[line.mail.state] if line.mail else TONES[line.item.state]


def told(line: RunLine) -> str:
    """Return the number of a letter, or why there is none, or why its mail did not go."""
    item, mail = line.item, line.mail
    if item.why is not None:
        return problem_text(item.why)
    if mail is not None and mail.code:
        return f"{item.number} · {sentence_of(mail.code, mail.facts).what}"
    return item.number or _(LANGUAGES.get(item.language, item.language))


COLUMNS: tuple[Column[RunLine], ...] = (
    Column(mark("Receiver"), lambda line: line.item.name, width=170),
    Column(mark("Way"), way_text, width=110),
    Column(mark("Status"), state_text, tone=state_tone, is_pill=True, width=110),
    Column(mark("Number, language or reason"), told, width=220),
)

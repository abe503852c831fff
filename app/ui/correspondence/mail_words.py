"""Words of mails: how each stands, why, and the sign that says so beside its colour."""

from __future__ import annotations

from datetime import datetime

from app.domain.correspondence.mail import Mail, MailState
from app.domain.correspondence.mail_row import MailRow
from app.ui.kit.letter_lines import MAIL_STATES
from app.ui.kit.messages import sentence_of
from app.ui.kit.texts import _, formats

TONES = {
    MailState.RECEIVED: "muted",
    MailState.HANDLED: "good",
    MailState.DRAFT: "warn",
    MailState.QUEUED: "accent",
    MailState.SENDING: "accent",
    MailState.SENT: "good",
    MailState.FAILED: "bad",
    MailState.UNKNOWN: "bad",
}
_SIGNS = {
    MailState.RECEIVED: "mail-opened",
    MailState.HANDLED: "circle-check",
    MailState.DRAFT: "pencil",
    MailState.QUEUED: "clock",
    MailState.SENDING: "send",
    MailState.SENT: "check",
    MailState.FAILED: "alert-triangle",
    MailState.UNKNOWN: "alert-triangle",
}


def moment_text(at: datetime) -> str:
    """Return a moment as the clock on the wall shows it."""
    return formats().instant(at.astimezone())


def state_text(one: MailRow | Mail) -> str:
    """Return how a mail stands, in a word."""
    return _("Unread") if one.is_unread else _(MAIL_STATES[one.state])


def state_tone(one: MailRow | Mail) -> str:
    """Return the tone of that word; one that was put off once waits with a warning."""
    if one.is_unread:
        return "accent"
    if one.state is MailState.QUEUED and one.code:
        return "warn"
    return TONES[one.state]


def state_sign(one: MailRow | Mail) -> str:
    """Return the sign of how a mail stands."""
    return "mail" if one.is_unread else _SIGNS[one.state]


def reason_text(mail: Mail) -> str:
    """Return why a mail stands as it does, when it is tried next, or who dealt with it."""
    parts = [str(sentence_of(mail.code, mail.facts))] if mail.code else []
    if mail.state is MailState.QUEUED and mail.not_before is not None and mail.attempts:
        parts.append(_("It is tried again at {time}.", time=moment_text(mail.not_before)))
    if mail.handled_at is not None:
        told = {"who": mail.handled_by, "when": moment_text(mail.handled_at)}
        parts.append(_("Handled by {who}, {when}.", **told))
    return " ".join(parts)

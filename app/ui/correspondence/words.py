"""Words of the registers: states, ways, and the tones of their pills."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.correspondence.letter import Channel, IncomingState, OutgoingState
from app.lang.texts import mark
from app.ui.kit.texts import _, formats

INCOMING_TONES = {
    IncomingState.RECEIVED: "warn",
    IncomingState.REGISTERED: "accent",
    IncomingState.ASSIGNED: "accent",
    IncomingState.ANSWERED: "good",
    IncomingState.NO_REPLY_NEEDED: "muted",
    IncomingState.FILED: "muted",
}
OUTGOING_TONES = {
    OutgoingState.DRAFT: "warn",
    OutgoingState.APPROVED: "accent",
    OutgoingState.ISSUED: "accent",
    OutgoingState.SENT: "good",
    OutgoingState.FILED: "muted",
    OutgoingState.VOIDED: "muted",
}
CHANNELS = {
    Channel.POST: mark("By post"),
    Channel.REGISTERED: mark("By registered post"),
    Channel.COURIER: mark("By courier"),
    Channel.EMAIL: mark("By e-mail"),
    Channel.HAND: mark("By hand"),
    Channel.PORTAL: mark("By portal"),
    Channel.FAX: mark("By fax"),
}
LAYOUTS = {
    "": mark("As the company's country"),
    "sfs2487": mark("SFS 2487 (Finland)"),
    "din5008": mark("DIN 5008 form B (Germany)"),
    "din5008a": mark("DIN 5008 form A (Germany)"),
    "us": mark("Block letter, No. 10 window (US)"),
    "th": mark("Official letter (Thailand)"),
}


def day_text(day: date | None) -> str:
    """Return a day, or nothing where there is none."""
    return formats().day(day) if day else ""


def moment_text(at: datetime | None) -> str:
    """Return a moment, or nothing where there is none."""
    return formats().instant(at) if at else ""


def channel_text(channel: Channel) -> str:
    """Return a way as a word."""
    return _(CHANNELS[channel])

"""Leave in words: its list as data, and how days, states and types are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.domain.leave.leave import LeaveType, Part, RequestState
from app.domain.leave.proof import ProofLine
from app.domain.leave.row import LeaveRow, RequestRow
from app.lang.leave_rules import MOVES, period_name, rule
from app.lang.texts import mark
from app.services import leave
from app.ui.kit.listing import Empty, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many, say

STATES: Mapping[RequestState, str] = {
    RequestState.DRAFT: mark("Draft"),
    RequestState.SUBMITTED: mark("Asked for"),
    RequestState.APPROVED: mark("Approved"),
    RequestState.REJECTED: mark("Refused"),
    RequestState.TAKEN: mark("Taken"),
    RequestState.CANCELLED: mark("Cancelled"),
}
TONES: Mapping[RequestState, str] = {
    RequestState.DRAFT: "muted",
    RequestState.SUBMITTED: "warn",
    RequestState.APPROVED: "good",
    RequestState.REJECTED: "bad",
    RequestState.TAKEN: "muted",
    RequestState.CANCELLED: "muted",
}
PARTS: Mapping[Part, str] = {
    Part.WHOLE: mark("Whole day"),
    Part.MORNING: mark("Morning"),
    Part.AFTERNOON: mark("Afternoon"),
}


def kind_name(kind: LeaveType | None) -> str:
    """Return the name of a type; of what is behind the wall, that the person is away."""
    return kind.name_in(language()) if kind else _("Away")


def days_text(days: Decimal | None) -> str:
    """Return days as a number, nothing for none."""
    return "" if days is None else formats().decimal(days)


def signed(days: Decimal) -> str:
    """Return days with their sign."""
    return f"+{days_text(days)}" if days > 0 else days_text(days)


def span_text(first: date, last: date) -> str:
    """Return the days from one to another, one alone by itself."""
    told = formats().day(first)
    return told if first == last else f"{told} – {formats().day(last)}"


def _expiring(row: LeaveRow) -> str:
    if row.expires_on is None:
        return ""
    day = formats().day(row.expires_on)
    return _("{days} until {day}", days=days_text(row.expiring), day=day)


def _counted(count: int) -> str:
    return many("{n} person", "{n} people", count)


LISTING: Listing[LeaveRow] = Listing(
    name="leave",
    title=mark("Leave"),
    columns=(
        Column(mark("Number"), lambda row: row.number, sort="number", width=130),
        Column(mark("Name"), lambda row: row.name, sort="name", width=220, is_roomy=True),
        Column(mark("Department"), lambda row: row.department, sort="department", width=170),
        Column(
            mark("Days left"),
            lambda row: days_text(row.left),
            right=True,
            width=120,
            tone=lambda row: "bad" if row.left < 0 else "",
        ),
        Column(mark("Taken this year"), lambda row: days_text(row.taken), right=True, width=140),
        Column(mark("Booked ahead"), lambda row: days_text(row.ahead), right=True, width=130),
        Column(mark("Expires"), _expiring, width=190),
    ),
    source=Source(leave.spine, leave.rows, leave.first),
    tables=frozenset(
        {"leave_entry", "leave_request", "leave_type", "employee", "employee_record", "contract"}
    ),
    counted=_counted,
    empty=Empty(
        "beach",
        mark("No leave yet"),
        mark("Types say how days are earned. Take up those of the country, and write who works."),
        ("leave.adopt",),
    ),
    buttons=("leave.ask",),
    verbs=(
        *("leave.ledger", "leave.ask", "leave.adjust", "leave.pay-out"),
        *("", "leave.types", "leave.blocks", "list.copy"),
    ),
    sort="name",
)

REQUESTS: tuple[Column[RequestRow], ...] = (
    Column(mark("Name"), lambda row: row.name, width=200),
    Column(mark("Department"), lambda row: row.department, width=150),
    Column(mark("Leave"), lambda row: kind_name(row.kind), width=170),
    Column(
        mark("Days off"),
        lambda row: span_text(row.request.first_on, row.request.last_on),
        width=210,
        is_whole=True,
    ),
    Column(mark("Days"), lambda row: days_text(row.request.days), right=True, width=80),
    Column(
        mark("Status"),
        lambda row: _(STATES[row.request.state]),
        width=120,
        tone=lambda row: TONES[row.request.state],
    ),
    Column(mark("Asked by"), lambda row: row.request.asked_by, width=120),
    Column(mark("Reason"), lambda row: row.request.answer or row.request.reason, width=220),
)


def what(line: ProofLine) -> str:
    """Return what a row of the ledger is; what is not written yet has a star."""
    told = _(MOVES[line.kind])
    return f"{told} *" if line.is_due else told


def why(line: ProofLine) -> str:
    """Return why a row of the ledger stands there."""
    told = rule(line, say(), formats())
    named = period_name(line.entry.period, formats())
    return f"{named}: {told}" if line.kind == "accrued" else told


LEDGER: tuple[Column[ProofLine], ...] = (
    Column(mark("Day"), lambda line: formats().day(line.day), width=110),
    Column(mark("What"), what, width=130),
    Column(mark("Why"), why, width=420, is_roomy=True),
    Column(mark("Days"), lambda line: signed(line.entry.days), right=True, width=80),
    Column(mark("Left"), lambda line: days_text(line.left), right=True, width=80),
    Column(mark("Written by"), lambda line: line.entry.who, width=120),
)

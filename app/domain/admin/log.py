"""The log: what somebody looks for in the record of everything that was done, and its lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class LogWanted:
    """Which entries of the log are looked for; what is empty narrows nothing.

    ``since`` and ``until`` are days, both included. ``record`` is one (``contact:123``) or a kind
    of them (``contact``), ``area`` the part of the office of the command (``invoices``), and
    ``words`` stand in the entry, its person or the name of its command.
    """

    since: date | None = None
    until: date | None = None
    who: str = ""
    record: str = ""
    area: str = ""
    command: str = ""
    is_refused: bool = False
    words: str = ""


EVERYTHING = LogWanted()


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of the log: its number in the chain, when, who, which command, what it was about.

    ``record`` is the first record that it changed, ``others`` how many more; ``refused`` the code
    of why it was not done, and ``proof`` the beginning of its hash.
    """

    id: int
    at: datetime
    who: str
    command: str
    record: str
    others: int
    refused: str
    proof: str

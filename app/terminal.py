"""What every verb of the terminal uses: an opened office, JSON out, sentences of refusals."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.shared.codec import NotFitting, parsed, plain
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, OfficeError

if TYPE_CHECKING:
    from app.outside.clock import Clock
    from app.services.logging_in import Wants
    from app.services.office import Office
    from app.services.permissions import Actor

    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  has no public name

BAD_CALL = 2
REFUSED = 3
CHANGED = 4
"""Somebody else changed the record first: reading it again and trying once more may help."""
FIRST_YEAR, LAST_YEAR = 1990, 2999


def opened(options: argparse.Namespace, wants: Wants) -> Office:
    """Return the office that was named, opened as its arguments say; raises as ``log_in`` does."""
    from app.services.logging_in import Pass, log_in  # noqa: PLC0415  with the office only

    clock, actor = clock_and_actor(options)
    given = Pass(password(), options.user or os.environ.get("BACKDESK_USER", ""))
    return log_in(options.office, clock, actor, given, wants)


def clock_and_actor(options: argparse.Namespace) -> tuple[Clock, Actor]:
    """Return the clock, which may stand still, and who asks."""
    from app.outside.clock import DayClock, SystemClock  # noqa: PLC0415  with the office only
    from app.services.permissions import Actor  # noqa: PLC0415  with the office only

    clock = DayClock(options.today) if options.today else SystemClock()
    return clock, Actor(options.who or getpass.getuser())


def password() -> str:
    """Return the password that the environment holds."""
    return os.environ.get("BACKDESK_PASSWORD", "")


def second_password() -> str:
    """Return the password of a second person that the environment holds."""
    return os.environ.get("BACKDESK_SECOND_PASSWORD", "")


def print_json(value: Any) -> None:
    """Print an answer as JSON."""
    print_line(json.dumps(value, ensure_ascii=False, indent=2))


def print_line(text: str) -> None:
    """Print an answer; a reader that has gone (``| head``) is no fault of anybody."""
    try:
        print(text, flush=True)
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(fault, BrokenPipeError):
            from app.storage.exports import CannotWrite  # noqa: PLC0415  only when it happens

            raise CannotWrite(file="stdout", reason=str(fault.strerror)) from None


def exit_code(refusal: OfficeError) -> int:
    """Return by which code a script learns what kind of refusal it was."""
    if isinstance(refusal, NotFitting):
        return BAD_CALL
    return CHANGED if isinstance(refusal, Conflict) else REFUSED


def print_refusal(refusal: OfficeError, language: str) -> None:
    """Print why the office refused, as JSON on standard error."""
    facts = {name: _fact(value) for name, value in refusal.facts.items()}
    if isinstance(refusal, Invalid):
        facts["problems"] = told(refusal.problems, language)
    sentence = _sentence(refusal.code, refusal.facts, language)
    answer = {"code": refusal.code, "sentence": sentence, "facts": facts}
    print(json.dumps(answer, ensure_ascii=False), file=sys.stderr)


def told(problems: Sequence[Problem], language: str) -> list[dict[str, Any]]:
    """Return problems as JSON tells them, each with its sentence."""
    return [
        {**plain(one), "sentence": _sentence(one.code, one.facts, language)} for one in problems
    ]


def _sentence(code: str, facts: Mapping[str, object], language: str) -> str:
    from app.lang.formats import formats_in  # noqa: PLC0415  only when something was refused
    from app.lang.messages import sentence  # noqa: PLC0415  only when something was refused
    from app.lang.texts import say_in  # noqa: PLC0415  only when something was refused

    return str(sentence(code, facts, say_in(language), formats_in(language)))


def _fact(value: object) -> Any:
    try:
        return plain(value)
    except TypeError:
        return str(value)


def _day(text: str) -> date:
    try:
        day: date = parsed(date, text)
    except NotFitting:
        raise ValueError(text) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(text)
    return day


def where(text: str) -> Path | str:
    """Return where an office lies, as it was typed: a folder, or an address of a server."""
    return text if text.startswith(("postgresql:", "postgresql+psycopg:")) else Path(text)


def with_office(one: argparse.ArgumentParser) -> None:
    """Let a verb name an office, the day and who asks."""
    one.add_argument("--office", type=where, required=True, metavar="PLACE")
    one.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="the business day")
    one.add_argument("--who", default="", help="the name the audit notes, if there are no users")
    one.add_argument("--user", default="", help="who logs in; BACKDESK_PASSWORD is the password")


def add_verb(
    verbs: Verbs, name: str, work: Callable[[argparse.Namespace], int], about: str
) -> argparse.ArgumentParser:
    """Add a verb and return its parser."""
    one: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about)
    one.add_argument("--language", default="en", help="of sentences: en, fi, th")
    one.set_defaults(work=work)
    return one

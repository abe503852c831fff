"""The terminal's door: headless work on an office, JSON in and out.

Exit codes: 0 done, 2 the call or its JSON is wrong, 3 the office refused, 1 a fault of ours.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import app
from app import VERSION
from app.domain.shared.codec import NotFitting, parsed, plain
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, NotFound, OfficeError

if TYPE_CHECKING:
    from app.domain.admin.backup import Backup
    from app.outside.clock import Clock
    from app.services.logging_in import Wants
    from app.services.office import Office
    from app.services.permissions import Actor

    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  has no public name

BAD_CALL = 2
REFUSED = 3
LONGEST_NUMBER = 100
FIRST_YEAR, LAST_YEAR = 1990, 2999


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        _require_text(options)
        return _run(options)
    except OfficeError as refusal:
        _print_refusal(refusal, options.language)
        return BAD_CALL if isinstance(refusal, NotFitting) else REFUSED


def _require_text(options: argparse.Namespace) -> None:
    """Raise NotFitting for an argument that is no text: it could be kept nowhere.

    Only the office itself may lie at such a path.
    """
    told = {f"--{name}": value for name, value in vars(options).items() if name != "office"}
    for name, value in {**told, "BACKDESK_PASSWORD": _password()}.items():
        if isinstance(value, str | Path):
            parsed(str, str(value), name)


def _run(options: argparse.Namespace) -> int:
    work: Callable[[argparse.Namespace], int] = options.work
    return work(options)


def _do(options: argparse.Namespace) -> int:
    from app.services import door  # noqa: PLC0415  loads every feature: only when it is asked for

    return _through(options, door.do, wants="script")


def _ask(options: argparse.Namespace) -> int:
    from app.services import door  # noqa: PLC0415  loads every feature: only when it is asked for

    return _through(options, door.ask, wants="reader")


def _through(options: argparse.Namespace, act: Callable[..., Any], wants: Wants) -> int:
    data = _json_given(options)
    office = _opened(options, wants)
    try:
        _print_json(act(office, options.name, data))
    finally:
        office.close()
    return 0


def _json_given(options: argparse.Namespace) -> Any:
    """Return the JSON of the argument, else of standard input, else nothing."""
    text = options.json
    if text is None or text == "-":
        text = "" if sys.stdin is None or sys.stdin.isatty() else sys.stdin.read()
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return None
    try:
        return json.loads(text, parse_float=_number, parse_constant=Decimal)
    except (ValueError, RecursionError) as wrong:
        raise NotFitting(at="$", expected="JSON", found=str(wrong)) from None


def _number(text: str) -> Decimal:
    """Return a JSON number exactly; raises ValueError where its digits would fill the memory."""
    value = Decimal(text)
    if abs(value.adjusted()) > LONGEST_NUMBER:
        raise ValueError(text)
    return value


def _opened(options: argparse.Namespace, wants: Wants) -> Office:
    from app.services.logging_in import Pass, log_in  # noqa: PLC0415  with the office only

    clock, actor = _clock_and_actor(options)
    given = Pass(_password(), options.user or os.environ.get("BACKDESK_USER", ""))
    return log_in(options.office, clock, actor, given, wants)


def _clock_and_actor(options: argparse.Namespace) -> tuple[Clock, Actor]:
    from app.outside.clock import DayClock, SystemClock  # noqa: PLC0415  with the office only
    from app.services.permissions import Actor  # noqa: PLC0415  with the office only

    clock = DayClock(options.today) if options.today else SystemClock()
    return clock, Actor(options.who or getpass.getuser())


def _password() -> str:
    return os.environ.get("BACKDESK_PASSWORD", "")


def _commands(_options: argparse.Namespace) -> int:
    from app.services import door  # noqa: PLC0415  loads every feature: only when it is asked for

    _print_json([way.describe() for way in door.doorways()])
    return 0


def _print_json(value: Any) -> None:
    _print(json.dumps(value, ensure_ascii=False, indent=2))


def _print(text: str) -> None:
    """Print an answer; a reader that has gone (``| head``) is no fault of anybody."""
    try:
        print(text, flush=True)
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(fault, BrokenPipeError):
            from app.storage.exports import CannotWrite  # noqa: PLC0415  only when it happens

            raise CannotWrite(file="stdout", reason=str(fault.strerror)) from None


def _print_refusal(refusal: OfficeError, language: str) -> None:
    facts = {name: _fact(value) for name, value in refusal.facts.items()}
    if isinstance(refusal, Invalid):
        facts["problems"] = _told(refusal.problems, language)
    sentence = _sentence(refusal.code, refusal.facts, language)
    answer = {"code": refusal.code, "sentence": sentence, "facts": facts}
    print(json.dumps(answer, ensure_ascii=False), file=sys.stderr)


def _told(problems: Sequence[Problem], language: str) -> list[dict[str, Any]]:
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="backdesk", description=app.__doc__)
    parser.add_argument("--version", action="version", version=f"Backdesk {VERSION}")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for add in (_add_door, _add_making, _add_users, _add_keeping, _add_backups, _add_showing):
        add(verbs)
    return parser


def _add_door(verbs: Verbs) -> None:
    for verb, work, about in (
        ("do", _do, "run a command: its JSON as argument or on standard input"),
        ("ask", _ask, "answer a query: its JSON as argument or on standard input"),
    ):
        one = _verb(verbs, verb, work, about)
        one.add_argument("name", metavar="FEATURE.NAME")
        one.add_argument("json", nargs="?", help="JSON object of the arguments; - for stdin")
        _with_office(one)
    _verb(verbs, "commands", _commands, "print every command and query with its JSON schema")


def _with_office(one: argparse.ArgumentParser) -> None:
    one.add_argument("--office", type=Path, required=True, metavar="FILE")
    one.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="the business day")
    one.add_argument("--who", default="", help="the name the audit notes, if there are no users")
    one.add_argument("--user", default="", help="who logs in; BACKDESK_PASSWORD is the password")


def _verb(
    verbs: Verbs, name: str, work: Callable[[argparse.Namespace], int], about: str
) -> argparse.ArgumentParser:
    one: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about)
    one.add_argument("--language", default="en", help="of sentences: en, fi, th")
    one.set_defaults(work=work)
    return one


def _new(options: argparse.Namespace) -> int:
    from app.services import demo, welcome  # noqa: PLC0415  with the office only

    clock, actor = _clock_and_actor(options)
    if options.sample:
        office = demo.create_sample(options.office, options.country, clock, actor)
    else:
        new = welcome.NewOffice(options.name, options.country, options.papers)
        office = welcome.create(options.office, new, clock, actor, _password())
    office.close()
    _print(str(options.office))
    return 0


def _add_making(verbs: Verbs) -> None:
    one = _verb(verbs, "new", _new, "create an office; BACKDESK_PASSWORD sets its password")
    _with_office(one)
    one.add_argument("--name", default="")
    one.add_argument("--country", default="FI", type=str.upper, help="FI, TH, DE or US")
    one.add_argument("--sample", action="store_true", help="the sample company instead")
    one.add_argument("--papers", default="fi", help="the language of the papers")


def _let_in(options: argparse.Namespace) -> int:
    from app.services import founding  # noqa: PLC0415  with the office only

    owner = (options.user, os.environ.get("BACKDESK_NEW_PASSWORD", ""))
    act = founding.recover if options.is_again else founding.found
    _print(act(options.office, _clock_and_actor(options)[0], _password(), founding.Founder(*owner)))
    return 0


def _add_users(verbs: Verbs) -> None:
    first = "make the first user, --user, an owner with BACKDESK_NEW_PASSWORD; prints the code"
    again = "give the owner --user the BACKDESK_NEW_PASSWORD; BACKDESK_PASSWORD is the printed code"
    for verb, about in (("found-users", first), ("recover", again)):
        one = _verb(verbs, verb, _let_in, about)
        one.set_defaults(is_again=verb == "recover")
        _with_office(one)


def _check(options: argparse.Namespace) -> int:
    from app.services import carrying  # noqa: PLC0415  with the office only

    office = _opened(options, "reader")
    try:
        found = carrying.check(office)
    finally:
        office.close()
    _print_json(_told(found, options.language))
    return REFUSED if found else 0


def _pack(options: argparse.Namespace) -> int:
    from app.services import carrying  # noqa: PLC0415  with the office only

    return _carry(options, carrying.pack, options.file)


def _export(options: argparse.Namespace) -> int:
    from app.services import carrying  # noqa: PLC0415  with the office only

    return _carry(options, carrying.export_plain, options.plain)


def _carry(options: argparse.Namespace, out: Callable[[Office, Path], Path], target: Path) -> int:
    office = _opened(options, "script")
    try:
        _print(str(out(office, target)))
    finally:
        office.close()
    return 0


def _unpack(options: argparse.Namespace) -> int:
    from app.services import carrying  # noqa: PLC0415  with the office only

    _print(str(carrying.unpack(options.file, options.office)))
    return 0


def _back_up(options: argparse.Namespace) -> int:
    from app.services import backups  # noqa: PLC0415  with the office only

    office = _opened(options, "script")
    try:
        if options.to:
            plan = backups.overview(office).plan
            office.run(backups.arrange, tuple(options.to), plan.every_hours, plan.keep)
        runs = office.run(backups.back_up)
    finally:
        office.close()
    _print_json([plain(run) for run in runs])
    return 0 if all(run.is_good for run in runs) else REFUSED


def _backups(options: argparse.Namespace) -> int:
    from app.services import backups  # noqa: PLC0415  with the office only

    office = _opened(options, "script" if options.practise else "reader")
    try:
        if options.practise:
            office.run(backups.practise, _newest(backups.overview(office).backups))
        found = backups.overview(office)
    finally:
        office.close()
    _print_json(plain(found))
    is_sound = not found.plan.drills or found.plan.drills[0].is_good
    return 0 if is_sound else REFUSED


def _newest(found: Sequence[Backup]) -> Backup:
    if not found:
        raise NotFound(record="backup", id=0)
    return found[0]


def _restore(options: argparse.Namespace) -> int:
    from app.services import restoring  # noqa: PLC0415  with the office only

    as_whom = (_password(), options.user)
    _print(str(restoring.restore_beside(options.backup, options.office, as_whom)))
    return 0


def _show(options: argparse.Namespace) -> int:
    from app.tour import demo, self_test  # noqa: PLC0415  loads the windows

    return demo.run(options.out) if options.is_demo else self_test.run(options.out)


def _add_keeping(verbs: Verbs) -> None:
    one = _verb(verbs, "check", _check, "check every page, chain, number, hash and balance")
    _with_office(one)
    for verb, work, about in (
        ("pack", _pack, "put an office into one file, to carry it"),
        ("unpack", _unpack, "make an office folder of a packed file"),
    ):
        one = _verb(verbs, verb, work, about)
        one.add_argument("file", type=Path, metavar="PACKED")
        _with_office(one)
    one = _verb(verbs, "export", _export, "write an office as an ordinary SQLite file")
    _with_office(one)
    one.add_argument("--plain", type=Path, required=True, metavar="FILE")


def _add_backups(verbs: Verbs) -> None:
    one = _verb(verbs, "back-up", _back_up, "back an office up to every place of its plan")
    _with_office(one)
    one.add_argument("--to", action="append", metavar="DIR", help="back up there from now on")
    one = _verb(verbs, "backups", _backups, "print how an office stands with its backups")
    _with_office(one)
    one.add_argument("--practise", action="store_true", help="restore the newest, for practice")
    about = "make an office of its own of a backup; BACKDESK_PASSWORD opens it"
    one = _verb(verbs, "restore", _restore, about)
    one.add_argument("backup", type=Path, metavar="BACKUP")
    _with_office(one)


def _add_showing(verbs: Verbs) -> None:
    for verb, about in (
        ("demo", "walk the main job and write office, papers and screenshots"),
        ("self-test", "prove that this build opens, issues, renders and shows"),
    ):
        one = _verb(verbs, verb, _show, about)
        one.set_defaults(is_demo=verb == "demo")
        one.add_argument("--out", type=Path, default=Path("backdesk-demo"), metavar="DIR")

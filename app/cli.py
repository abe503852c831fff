"""The terminal's door: headless work on an office, JSON in and out.

Exit codes: 0 done, 2 the call or its JSON is wrong, 3 the office refused, 1 a fault of ours.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import app
from app import VERSION
from app.cli_keeping import add_backups, add_keeping
from app.cli_server import add_serving
from app.domain.shared.codec import NotFitting, parsed
from app.domain.shared.refusals import OfficeError
from app.terminal import (
    add_verb,
    clock_and_actor,
    exit_code,
    opened,
    password,
    print_json,
    print_line,
    print_refusal,
    with_office,
)

if TYPE_CHECKING:
    from app.services.logging_in import Wants
    from app.terminal import Verbs

LONGEST_NUMBER = 100


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
        print_refusal(refusal, options.language)
        return exit_code(refusal)


def _require_text(options: argparse.Namespace) -> None:
    """Raise NotFitting for an argument that is no text: it could be kept nowhere.

    Only the office itself may lie at such a path.
    """
    told = {f"--{name}": value for name, value in vars(options).items() if name != "office"}
    for name, value in {**told, "BACKDESK_PASSWORD": password()}.items():
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
    office = opened(options, wants)
    try:
        print_json(act(office, options.name, data))
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


def _commands(_options: argparse.Namespace) -> int:
    from app.services import door  # noqa: PLC0415  loads every feature: only when it is asked for

    print_json([way.describe() for way in door.doorways()])
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="backdesk", description=app.__doc__)
    parser.add_argument("--version", action="version", version=f"Backdesk {VERSION}")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for add in (
        _add_door,
        _add_making,
        _add_users,
        add_keeping,
        add_backups,
        add_serving,
        _add_showing,
    ):
        add(verbs)
    return parser


def _add_door(verbs: Verbs) -> None:
    for verb, work, about in (
        ("do", _do, "run a command: its JSON as argument or on standard input"),
        ("ask", _ask, "answer a query: its JSON as argument or on standard input"),
    ):
        one = add_verb(verbs, verb, work, about)
        one.add_argument("name", metavar="FEATURE.NAME")
        one.add_argument("json", nargs="?", help="JSON object of the arguments; - for stdin")
        with_office(one)
    add_verb(verbs, "commands", _commands, "print every command and query with its JSON schema")


def _new(options: argparse.Namespace) -> int:
    from app.services import demo, welcome  # noqa: PLC0415  with the office only

    clock, actor = clock_and_actor(options)
    if options.sample:
        office = demo.create_sample(options.office, options.country, clock, actor)
    else:
        new = welcome.NewOffice(options.name, options.country, options.papers)
        office = welcome.create(options.office, new, clock, actor, password())
    office.close()
    print_line(str(options.office))
    return 0


def _add_making(verbs: Verbs) -> None:
    one = add_verb(verbs, "new", _new, "create an office; BACKDESK_PASSWORD sets its password")
    with_office(one)
    one.add_argument("--name", default="")
    one.add_argument("--country", default="FI", type=str.upper, help="FI, TH, DE or US")
    one.add_argument("--sample", action="store_true", help="the sample company instead")
    one.add_argument("--papers", default="fi", help="the language of the papers")


def _let_in(options: argparse.Namespace) -> int:
    from app.services import founding  # noqa: PLC0415  with the office only

    owner = (options.user, os.environ.get("BACKDESK_NEW_PASSWORD", ""))
    act = founding.recover if options.is_again else founding.found
    print_line(
        act(options.office, clock_and_actor(options)[0], password(), founding.Founder(*owner))
    )
    return 0


def _add_users(verbs: Verbs) -> None:
    first = "make the first user, --user, an owner with BACKDESK_NEW_PASSWORD; prints the code"
    again = "give the owner --user the BACKDESK_NEW_PASSWORD; BACKDESK_PASSWORD is the printed code"
    for verb, about in (("found-users", first), ("recover", again)):
        one = add_verb(verbs, verb, _let_in, about)
        one.set_defaults(is_again=verb == "recover")
        with_office(one)


def _show(options: argparse.Namespace) -> int:
    from app.tour import demo, self_test  # noqa: PLC0415  loads the windows

    return demo.run(options.out) if options.is_demo else self_test.run(options.out)


def _add_showing(verbs: Verbs) -> None:
    for verb, about in (
        ("demo", "walk the main job and write office, papers and screenshots"),
        ("self-test", "prove that this build opens, issues, renders and shows"),
    ):
        one = add_verb(verbs, verb, _show, about)
        one.set_defaults(is_demo=verb == "demo")
        one.add_argument("--out", type=Path, default=Path("backdesk-demo"), metavar="DIR")

"""The terminal's verbs for a second desk: setting a server up, moving an office, taking it back."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict
from typing import TYPE_CHECKING

from app.terminal import (
    add_verb,
    clock_and_actor,
    password,
    print_json,
    print_line,
    told,
    where,
    with_office,
)

if TYPE_CHECKING:
    from app.services.moving import Mover
    from app.terminal import Verbs


def _set_up(options: argparse.Namespace) -> int:
    from app.services import serving  # noqa: PLC0415  with the server only

    secret = os.environ.get("BACKDESK_DATABASE_PASSWORD", "")
    plan = serving.Plan(options.database, options.role, secret)
    if options.is_script:
        for statement in serving.script(plan):
            print_line(f"{statement};")
        return 0
    served = serving.set_up(options.server, plan)
    warnings = told(served.warnings, options.language)
    print_json({"address": served.address, "password": served.password, "warnings": warnings})
    return 0


def _move(options: argparse.Namespace) -> int:
    from app.services import moving, serving  # noqa: PLC0415  with the office only

    act = serving.move_to if isinstance(options.to, str) else moving.move
    print_json(asdict(act(options.office, options.to, _mover(options))))
    return 0


def _take_back(options: argparse.Namespace) -> int:
    from app.services import moving  # noqa: PLC0415  with the office only

    moving.take_back(options.office, _mover(options))
    return 0


def _mover(options: argparse.Namespace) -> Mover:
    from app.services.logging_in import Pass  # noqa: PLC0415  with the office only
    from app.services.moving import Mover  # noqa: PLC0415  with the office only

    clock, actor = clock_and_actor(options)
    user = options.user or os.environ.get("BACKDESK_USER", "")
    return Mover(clock, actor, Pass(password(), user))


def add_serving(verbs: Verbs) -> None:
    """Add what sets a server up and moves an office there and back."""
    about = "make an account and an empty database; BACKDESK_DATABASE_PASSWORD is the account's"
    one = add_verb(verbs, "serve-setup", _set_up, about)
    one.add_argument("--server", default="", metavar="ADDRESS", help="of a database, as its keeper")
    one.add_argument("--database", required=True, metavar="NAME")
    one.add_argument("--role", default="backdesk", metavar="NAME", help="the account")
    one.add_argument(
        "--sql", dest="is_script", action="store_true", help="print the SQL for the keeper instead"
    )
    about = "move an office to an empty database, or from a server to a new folder"
    one = add_verb(verbs, "move", _move, about)
    with_office(one)
    one.add_argument("--to", type=where, required=True, metavar="PLACE")
    one = add_verb(verbs, "take-back", _take_back, "work again in an office that was moved")
    with_office(one)

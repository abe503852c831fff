"""The terminal's verbs about keeping an office: checks, packed files, exports and backups."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.shared.codec import plain
from app.domain.shared.refusals import NotFound
from app.terminal import (
    REFUSED,
    add_verb,
    opened,
    password,
    print_json,
    print_line,
    second_password,
    told,
    with_office,
)

if TYPE_CHECKING:
    from app.domain.admin.backup import Backup
    from app.services.office import Office
    from app.terminal import Verbs


def _check(options: argparse.Namespace) -> int:
    from app.services import carrying  # noqa: PLC0415  with the office only

    office = opened(options, "reader")
    try:
        found = carrying.check(office)
    finally:
        office.close()
    print_json(told(found, options.language))
    return REFUSED if found else 0


def _pack(options: argparse.Namespace) -> int:
    from app.services import carrying  # noqa: PLC0415  with the office only

    return _carry(options, carrying.pack, options.file)


def _export(options: argparse.Namespace) -> int:
    from app.services import carrying  # noqa: PLC0415  with the office only

    return _carry(options, carrying.export_plain, options.plain)


def _carry(options: argparse.Namespace, out: Callable[[Office, Path], Path], target: Path) -> int:
    office = opened(options, "script")
    try:
        print_line(str(out(office, target)))
    finally:
        office.close()
    return 0


def _unpack(options: argparse.Namespace) -> int:
    from app.services import carrying  # noqa: PLC0415  with the office only

    print_line(str(carrying.unpack(options.file, options.office)))
    return 0


def _back_up(options: argparse.Namespace) -> int:
    from app.services import backups  # noqa: PLC0415  with the office only

    office = opened(options, "script")
    try:
        if options.to:
            plan = backups.overview(office).plan
            office.run(backups.arrange, tuple(options.to), plan.every_hours, plan.keep)
        runs = office.run(backups.back_up)
    finally:
        office.close()
    print_json([plain(run) for run in runs])
    return 0 if all(run.is_good for run in runs) else REFUSED


def _backups(options: argparse.Namespace) -> int:
    from app.services import backups  # noqa: PLC0415  with the office only

    office = opened(options, "script" if options.practise else "reader")
    try:
        if options.practise:
            office.run(backups.practise, _newest(backups.overview(office).backups))
        found = backups.overview(office)
    finally:
        office.close()
    print_json(plain(found))
    is_sound = not found.plan.drills or found.plan.drills[0].is_good
    return 0 if is_sound else REFUSED


def _newest(found: Sequence[Backup]) -> Backup:
    if not found:
        raise NotFound(record="backup", id=0)
    return found[0]


def _restore(options: argparse.Namespace) -> int:
    from app.services import from_backups  # noqa: PLC0415  with the office only

    made = from_backups.restore_beside(
        options.backup,
        options.office,
        (password(), options.user),
        second=(second_password(), options.second),
    )
    print_line(str(made))
    return 0


def add_keeping(verbs: Verbs) -> None:
    """Add what checks an office and carries it."""
    one = add_verb(verbs, "check", _check, "check every page, chain, number, hash and balance")
    with_office(one)
    for verb, work, about in (
        ("pack", _pack, "put an office into one file, to carry it"),
        ("unpack", _unpack, "make an office folder of a packed file"),
    ):
        one = add_verb(verbs, verb, work, about)
        one.add_argument("file", type=Path, metavar="PACKED")
        with_office(one)
    one = add_verb(verbs, "export", _export, "write an office as an ordinary SQLite file")
    with_office(one)
    one.add_argument("--plain", type=Path, required=True, metavar="FILE")


def add_backups(verbs: Verbs) -> None:
    """Add what backs an office up and brings it back."""
    one = add_verb(verbs, "back-up", _back_up, "back an office up to every place of its plan")
    with_office(one)
    one.add_argument("--to", action="append", metavar="DIR", help="back up there from now on")
    one = add_verb(verbs, "backups", _backups, "print how an office stands with its backups")
    with_office(one)
    one.add_argument("--practise", action="store_true", help="restore the newest, for practice")
    about = "make an office of its own of a backup; BACKDESK_PASSWORD opens it"
    one = add_verb(verbs, "restore", _restore, about)
    one.add_argument("backup", type=Path, metavar="BACKUP")
    second = "where the owner asks a second person: who; BACKDESK_SECOND_PASSWORD proves it"
    one.add_argument("--second", default="", metavar="NAME", help=second)
    with_office(one)

"""The plan of an office's backups, in ``backups.json`` beside its files.

It stands outside the database, because an office that was restored must not forget its backups.
"""

from __future__ import annotations

import json
from pathlib import Path

from app.domain.admin.backup import Plan
from app.domain.shared.codec import NotFitting, parsed, plain
from app.domain.shared.refusals import Unavailable
from app.storage import place, platform

NAME = "backups.json"
FORMAT = 1


class BrokenPlan(Unavailable):
    """``backups.json`` cannot be read; the backups themselves are not touched by that."""

    code = "backup.broken-plan"


def read_plan(folder: Path) -> Plan:
    """Return the plan of an office's folder, a fresh one if there is none; raises BrokenPlan."""
    path = folder / NAME
    try:
        return plan_in(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        return Plan()
    except UnicodeDecodeError as broken:
        raise BrokenPlan(place=str(path), reason=str(broken)) from broken
    except OSError as refused:
        raise place.fault_of_os(refused, path) from refused


def write_plan(folder: Path, plan: Plan) -> None:
    """Write the plan, whole or not at all."""
    try:
        platform.write_whole(folder / NAME, text_of(plan).encode())
    except OSError as refused:
        raise place.fault_of_os(refused, folder / NAME) from refused


def plan_in(text: str, where: str) -> Plan:
    """Return the plan that a text holds; raises BrokenPlan."""
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise BrokenPlan(place=where, reason=str(told["format"]))
        plan: Plan = parsed(Plan, told["plan"])
    except (ValueError, KeyError, TypeError, NotFitting) as broken:
        raise BrokenPlan(place=where, reason=str(broken)) from broken
    return plan


def text_of(plan: Plan) -> str:
    """Return a plan as it is kept."""
    return json.dumps({"format": FORMAT, "plan": plain(plan)}, indent=1)

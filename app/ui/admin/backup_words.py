"""How backups are told: how an office stands with them, why one was made, where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.admin.backup import Drill, Reason, Run, Standing
from app.lang.texts import mark
from app.ui.kit.messages import sentence_of
from app.ui.kit.texts import _, formats, many

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.backups import Overview

REASONS = {
    Reason.ASKED: mark("On request"),
    Reason.BY_ITSELF: mark("By itself"),
    Reason.BEFORE_RESTORE: mark("Before a restore"),
}


def sign_text(overview: Overview) -> str:
    """Return in a few words how an office stands with its backups, for the foot of the window."""
    last = overview.plan.last_good()
    if last is None:
        return _("No backup yet")
    moment = formats().instant(last.at.astimezone())
    match overview.standing:
        case Standing.FAILED:
            return _("A backup failed")
        case Standing.LATE:
            return _("Last backup {moment}", moment=moment)
        case Standing.DOUBTFUL:
            return _("A backup is damaged")
        case _:
            return _("Backed up {moment}", moment=moment)


def standing_text(overview: Overview) -> str:
    """Return how an office stands, what failed and what would make it safer."""
    last = overview.plan.last_good()
    if last is None:
        told = _("There is no backup yet: a broken disk would take everything with it.")
    else:
        told = _("Last backup {moment}.", moment=formats().instant(last.at.astimezone()))
    lines = [told, *(failed_text(run) for run in overview.runs if not run.is_good)]
    if overview.is_beside and last is not None:
        lines.append(
            _("All backups lie on the disk of the company. Add a stick or another drive too.")
        )
    if overview.plan.drills:
        lines.append(drill_text(overview.plan.drills[0]))
    return "\n".join(lines)


def failed_text(run: Run) -> str:
    """Return why a backup to a place failed."""
    found = sentence_of(run.code, dict(run.facts))
    told = " ".join(part for part in (found.what, found.todo) if part)
    return f"{place_text(run.place)}: {told}"


def drill_text(drill: Drill) -> str:
    """Return how the last restore for practice went."""
    moment = formats().instant(drill.at.astimezone())
    if drill.code:
        what = sentence_of(drill.code, {"file": drill.name, "place": drill.place}).what
        return _("Restored for practice {moment}: {what}", moment=moment, what=what)
    if drill.problems:
        found = many("{n} problem found", "{n} problems found", drill.problems)
        return _("Restored for practice {moment}: {what}", moment=moment, what=found)
    return _("Restored for practice {moment}: all in order.", moment=moment)


def proof_text(drill: Drill | None) -> str:
    """Return whether a backup was restored for practice, and how that went."""
    if drill is None:
        return ""
    day = formats().day(drill.at.astimezone().date())
    return _("In order {day}", day=day) if drill.is_good else _("Damaged {day}", day=day)


def place_text(place: str) -> str:
    """Return a place by the end of its path, which tells places apart."""
    parts = Path(place).parts
    return str(Path(*parts[-2:])) if len(parts) > 2 else place

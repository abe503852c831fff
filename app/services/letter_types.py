"""Types of letters: their usual reply period, and whether two people answer for them."""

from __future__ import annotations

from dataclasses import replace

from app.domain.correspondence.incoming import DAYS_OUT_OF_RANGE, MOST_DAYS
from app.domain.correspondence.letter import LetterType
from app.domain.shared.ids import LetterTypeId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Conflict
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query

WITHOUT_NAME = Rule("letters.type-without-name")
NAME_TAKEN = Rule("letters.type-taken", "name")


@query(Permission.LETTERS_READ)
def all_types(desk: Desk) -> tuple[LetterType, ...]:
    """Return every type, by name; those put away too."""
    return tuple(sorted(desk.store.letter_types.all(), key=lambda one: one.name.casefold()))


@command(Permission.LETTERS_ARRANGE)
def add(
    desk: Desk, name: str, reply_days: int | None = None, *, is_four_eyes: bool = False
) -> LetterType:
    """Add a type; raises Invalid."""
    return write(desk, LetterType(LetterTypeId(new_id()), 1, name, reply_days, is_four_eyes))


@command(Permission.LETTERS_ARRANGE)
def write(desk: Desk, new: LetterType) -> LetterType:
    """Add a type as a form has it, under its own id; raises Invalid, Conflict for a taken id."""
    if any(one.id == new.id for one in desk.store.letter_types.all()):
        raise Conflict(record="letter_type", id=new.id)
    kept = replace(new, version=1, name=one_line(new.name))
    require_right(_problems(desk, kept))
    desk.store.letter_types.add(kept)
    return kept


@command(Permission.LETTERS_ARRANGE)
def change(desk: Desk, changed: LetterType) -> LetterType:
    """Change a type or put it away; ``changed.version`` is the one read.

    Raises Invalid, NotFound, Conflict.
    """
    before = desk.store.letter_types.current(changed.id, changed.version)
    after = replace(changed, version=before.version + 1, name=one_line(changed.name))
    require_right(_problems(desk, after))
    desk.store.letter_types.save(before, after)
    return after


def _problems(desk: Desk, one: LetterType) -> tuple[Problem, ...]:
    if not one.name:
        return (WITHOUT_NAME.at("name"),)
    others = (other for other in desk.store.letter_types.all() if other.id != one.id)
    if any(other.name.casefold() == one.name.casefold() for other in others):
        return (NAME_TAKEN.at("name", name=one.name),)
    if one.reply_days is not None and not 0 <= one.reply_days <= MOST_DAYS:
        return (DAYS_OUT_OF_RANGE.at("reply_days", days=one.reply_days, most=MOST_DAYS),)
    return ()

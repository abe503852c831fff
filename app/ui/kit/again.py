"""Again: a deed that was refused because a colleague was first, asked for over their version.

It is offered for what changes one thing only: whoever sends a whole record chooses between two
versions instead, and whoever signs or pays looks at the record first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from enum import Enum
from functools import partial
from inspect import signature
from typing import TYPE_CHECKING, Any, Final

from app.domain.shared.money import Money
from app.domain.shared.refusals import OfficeError

if TYPE_CHECKING:
    # The shell holds the client, which knows what was asked of it.
    from app.ui.kit.shell import Shell

LOOK_FIRST: Final = frozenset(
    {"accept", "approve", "begin", "erase", "forget", "hire", "post", "sign", "sign_draft"}
    | {"change", "save"}
)
"""Deeds that stand for what somebody saw or wrote: they are never done over what was not seen."""
PIECEWISE: Final = frozenset({"counts.explain", "suggesting.accept"})
"""Deeds that say for each thing they change what it becomes, and leave the rest."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the office was asked for; ``again`` asks for it with other arguments."""

    command: Callable[..., Any]
    arguments: tuple[Any, ...]
    again: Callable[..., object]

    def over(self, version: object) -> tuple[Any, ...] | None:
        """Return the arguments over another version; None where that would say too much."""
        place = version_at(self.command)
        if place is None or place >= len(self.arguments) or not isinstance(version, int):
            return None
        before, after = self.arguments[:place], self.arguments[place + 1 :]
        is_small = _is_piecewise(self.command) or all(map(_is_plain, after))
        if self.command.__name__ in LOOK_FIRST or not is_small:
            return None
        return (*before, version, *after)


def version_at(command: Callable[..., Any]) -> int | None:
    """Return which argument of a command is the version that somebody read."""
    names = tuple(signature(command).parameters)[1:]
    return names.index("version") if "version" in names else None


def _is_piecewise(command: Callable[..., Any]) -> bool:
    return f"{command.__module__.rsplit('.', 1)[-1]}.{command.__name__}" in PIECEWISE


def _is_plain(one: Any) -> bool:
    """Say whether a value is one thing, not a record with fields of its own."""
    if isinstance(one, tuple | frozenset):
        return all(map(_is_plain, one))
    return isinstance(one, Money | Enum) or not is_dataclass(one)


@dataclass(frozen=True, slots=True)
class Redo:
    """What a view asks for again by itself: the one thing that was changed, of what stands now."""

    again: Callable[..., object]

    def over(self, _version: object) -> tuple[Any, ...]:
        """Return that it needs nothing more: the view reads the record anew."""
        return ()


def offering(shell: Shell, again: Callable[[], object]) -> Callable[[OfficeError], object]:
    """Return what tells a refusal, and offers to do it again where a colleague was first."""
    return partial(_offer, shell, again)


def _offer(shell: Shell, again: Callable[[], object], error: OfficeError) -> None:
    shell.client.clashes[error] = Redo(again)
    shell.refuse(error)

"""Saved views: how a clerk looks at a list, under a name, as lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """What is looked for, in which states, in which order, and with which columns.

    ``columns`` are written as ``Preferences.columns`` are; none are the usual ones.
    """

    name: str
    words: str = ""
    states: tuple[str, ...] = ()
    sort: str = ""
    is_descending: bool = False
    columns: tuple[str, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """Return the view as lines; ``view_of`` reads them."""
        return (
            f"words={self.words}",
            *(f"state={one}" for one in self.states),
            f"{'falls' if self.is_descending else 'rises'}={self.sort}",
            *(f"column={one}" for one in self.columns),
        )


def view_of(name: str, lines: tuple[str, ...]) -> SavedView:
    """Return the view that lines say; what is not known is left out."""
    said = [(kind, text) for kind, _sign, text in (line.partition("=") for line in lines)]
    ordered = next((one for one in said if one[0] in {"rises", "falls"}), ("rises", ""))
    return SavedView(
        name=name,
        words=next((text for kind, text in said if kind == "words"), ""),
        states=tuple(text for kind, text in said if kind == "state"),
        sort=ordered[1],
        is_descending=ordered[0] == "falls",
        columns=tuple(text for kind, text in said if kind == "column"),
    )


def views_of(kept: Mapping[str, tuple[str, ...]], listing: str) -> tuple[SavedView, ...]:
    """Return the views of a list, in the order in which they were saved."""
    mine = f"{listing}/"
    return tuple(
        view_of(key.removeprefix(mine), lines)
        for key, lines in kept.items()
        if key.startswith(mine)
    )


def with_view(
    kept: Mapping[str, tuple[str, ...]], listing: str, view: SavedView
) -> dict[str, tuple[str, ...]]:
    """Return all views with one more, in the place of the one that had its name."""
    return {**kept, f"{listing}/{view.name}": view.lines()}


def without_view(
    kept: Mapping[str, tuple[str, ...]], listing: str, name: str
) -> dict[str, tuple[str, ...]]:
    """Return all views but one."""
    return {key: lines for key, lines in kept.items() if key != f"{listing}/{name}"}

"""What two people made of one record, as rows of words: by the labels and texts of its form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import chain
from typing import Any

from app.domain.correspondence.body import Body, Listing, Paragraph, Table, inlines_of
from app.domain.shared.merging import NOTHING, Fate, Part
from app.domain.shared.money import Money
from app.lang.texts import mark
from app.ui.kit.form import Form
from app.ui.kit.form_content import Held, told_of
from app.ui.kit.texts import _, formats

PARTS = {
    "added": mark("Added by hand"),
    "addressee": mark("To whom it goes"),
    "body": mark("Text"),
    "enclosures": mark("Enclosures"),
    "image": mark("Picture"),
    "left_out": mark("Left out"),
    "names": mark("Names"),
    "roles": mark("Roles"),
    "subject": mark("Subject"),
    "tags": mark("Tags"),
    "texts": mark("Texts"),
}
"""What parts are called that no field of a form names."""

LONGEST = 280
"""So many letters of a text are shown; the whole is told when the pointer rests on it."""
_LEAST_ID = 2**40
"""A number from here on is the id of a record, which says nothing to anybody."""


@dataclass(frozen=True, slots=True)
class Version:
    """A record as a form shows it: content, fields by path, titles of its rows."""

    content: Any
    told: Mapping[str, Held] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, form: Form, content: Any) -> Version:
        """Return what stands in a form now."""
        titles = {name: rows.title for name, rows in form.row_sets.items()}
        return cls(content, told_of(form), titles)


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One part that somebody changed, in words; ``path`` picks it."""

    path: str
    label: str
    fate: Fate
    base: str
    mine: str
    theirs: str

    @property
    def result(self) -> str:
        """What is kept, where nobody has to choose."""
        if self.fate is Fate.BOTH:
            return _("what both did")
        return self.theirs if self.fate is Fate.THEIRS else self.mine


@dataclass(frozen=True, slots=True)
class Versions:
    """Three versions of one record; without a base nobody knows what both began with."""

    base: Version | None
    mine: Version
    theirs: Version

    def rows(self, parts: Sequence[Part]) -> tuple[MergeRow, ...]:
        """Return what was changed, in words."""
        return tuple(map(self._row, parts))

    def _row(self, part: Part) -> MergeRow:
        at = part.places
        base = _text(self.base or Version(None), at.base, part.base)
        mine = _text(self.mine, at.mine, part.mine)
        theirs = _text(self.theirs, at.theirs, part.theirs)
        return MergeRow(part.path, self._label(part), part.fate, base, mine, theirs)

    def _label(self, part: Part) -> str:
        for version, path in ((self.mine, part.places.mine), (self.theirs, part.places.theirs)):
            if path is not None and (label := _label(version, path)):
                return label
        return self._unnamed(part.path)

    def _unnamed(self, path: str) -> str:
        names = [name for name in path.split(".") if name in PARTS]
        return _(PARTS[names[-1]]) if names else _("Other details")


def _label(version: Version, path: str) -> str:
    name, _dot, rest = path.partition(".")
    number, _dot, _inner = rest.partition(".")
    held = _field(version, path)
    if number.isdigit() and name in version.titles:
        title = version.titles[name] or _("Line")
        line = _("{title} {n}", title=title, n=int(number) + 1)
        return _("{line}: {field}", line=line, field=held.label) if held else line
    return held.label if held is not None else ""


def _text(version: Version, path: str | None, value: Any) -> str:
    """Return a value as the form of its version shows it."""
    if path is None or value is NOTHING:
        return ""
    held = _field(version, path)
    if held is not None:
        return held.text
    under = [one for place, one in version.told.items() if place.startswith(f"{path}.")]
    if isinstance(value, AbstractSet) and under:
        return ", ".join(one.label for one in under if one.value is True)
    texts = [one.text for one in under if one.text and not isinstance(one.value, bool)]
    return " · ".join(texts) or wording(value)


def _field(version: Version, path: str) -> Held | None:
    """Return a field by its path, or by the end of it where the form calls it by less."""
    if path in version.told:
        return version.told[path]
    if "." not in path:
        return None
    shorter = (one for place, one in version.told.items() if path.endswith(f".{place}"))
    return next(shorter, None)


def wording(value: Any) -> str:
    """Return a value that stands in no field in plain words."""
    if value is None or value is NOTHING or value == "":
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Held):
        return value.text
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int):
        return str(value) if value < _LEAST_ID else _("chosen")
    return value if isinstance(value, str) else _written(value)


def _written(value: Any) -> str:
    match value:
        case Decimal():
            found = formats().plain(value)
        case datetime():
            found = formats().instant(value.astimezone())
        case date():
            found = formats().day(value)
        case Money():
            found = formats().money(value.minor, value.currency)
        case Body():
            found = "\n".join(filter(None, map(wording, value.simple())))
        case Paragraph() | Listing() | Table():
            found = "".join(getattr(one, "text", "") for one in inlines_of(value))
        case _:
            found = " · ".join(filter(None, map(wording, _inner(value))))
    return found


def _inner(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from value.values()
    elif is_dataclass(value):
        yield from (getattr(value, one.name) for one in fields(value))
    elif isinstance(value, AbstractSet):
        yield from sorted(value, key=str)
    else:
        yield from chain(value)

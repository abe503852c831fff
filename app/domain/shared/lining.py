"""Lining: which line of one list is which of another, by its id, or by its place and likeness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

One = TypeVar("One")
Other = TypeVar("Other")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Trio(Generic[One]):
    """One thing as both began with it, as it is mine, and as it is theirs."""

    base: One
    mine: One
    theirs: One

    def __iter__(self) -> Iterator[One]:
        yield from (self.base, self.mine, self.theirs)

    def each(
        self, make: Callable[Concatenate[One, P], Other], *args: P.args, **kwargs: P.kwargs
    ) -> Trio[Other]:
        """Return what is made of each."""
        made = (make(one, *args, **kwargs) for one in self)
        return Trio(*made)


Place = Trio[int | None]
"""Where a line stands in each of three lists, or nowhere."""


def lined(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> tuple[Place, ...]:
    """Return every line of three lists once, with its places, in the order of the merged list.

    The order is mine where I moved lines, else theirs; a line that was added stays behind the line
    behind which it was added, and of two such theirs comes first.
    """
    if not base:
        return _without_base(mine, theirs)
    in_mine, in_theirs = paired(base, mine), paired(base, theirs)
    kept = [Trio(no, in_mine.get(no), in_theirs.get(no)) for no in range(len(base))]
    rising = sorted(in_mine, key=in_mine.__getitem__)
    is_moved = rising != sorted(in_mine)
    leading = in_mine if is_moved else in_theirs
    places: list[Place] = _ordered(kept, leading)
    _insert(places, [Trio(None, no, None) for no in _new(mine, in_mine)], _mine_of)
    _insert(places, [Trio(None, None, no) for no in _new(theirs, in_theirs)], _theirs_of)
    return tuple(_joined(places, mine, theirs))


def paired(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Return which line of one list became which of another; what has an id is known by it."""
    if _have_ids(before) and _have_ids(after):
        places = {_id(line): no for no, line in enumerate(after)}
        known = {no: places.get(_id(line)) for no, line in enumerate(before)}
        return {no: place for no, place in known.items() if place is not None}
    found = _same(before, after)
    ends = (*sorted(found.items()), (len(before), len(after)))
    last = (-1, -1)
    for end in ends:
        gap = (range(last[0] + 1, end[0]), range(last[1] + 1, end[1]))
        found |= _alike_in(before, after, gap)
        last = end
    return found


def _without_base(mine: Sequence[Any], theirs: Sequence[Any]) -> tuple[Place, ...]:
    """Return the lines of two lists: what is in both once, the rest of both."""
    known = {place: no for no, place in paired(mine, theirs).items()}
    places: list[Place] = [Trio(None, known.get(no), no) for no in range(len(theirs))]
    held = {place: place for place in known.values()}
    _insert(places, [Trio(None, no, None) for no in _new(mine, held)], _mine_of)
    return tuple(places)


def _same(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Return the longest run of lines that are equal in both, in order."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    found = {no: no for no in range(head)}
    found |= {len(before) - 1 - no: len(after) - 1 - no for no in range(tail)}
    inner = (before[head : len(before) - tail], after[head : len(after) - tail])
    found |= {head + one: head + other for one, other in _longest(*inner)}
    return found


def _longest(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Yield the places of the longest common part of two lists."""
    wide = len(after) + 1
    table = [[0] * wide for _line in range(len(before) + 1)]
    for one in range(len(before) - 1, -1, -1):
        for other in range(len(after) - 1, -1, -1):
            if before[one] == after[other]:
                table[one][other] = table[one + 1][other + 1] + 1
            else:
                table[one][other] = max(table[one + 1][other], table[one][other + 1])
    one = other = 0
    while one < len(before) and other < len(after):
        if before[one] == after[other]:
            yield one, other
            one, other = one + 1, other + 1
        elif table[one + 1][other] >= table[one][other + 1]:
            one += 1
        else:
            other += 1


def _alike_in(
    before: Sequence[Any], after: Sequence[Any], gap: tuple[range, range]
) -> dict[int, int]:
    """Return pairs of lines that stand between equal ones: by likeness, else by place."""
    ones, others = gap
    alike = [[_likeness(before[one], after[other]) for other in others] for one in ones]
    found = dict(_best(alike))
    if len(ones) == len(others):
        by_place = sum(alike[no][no] for no in range(len(ones)))
        if by_place >= sum(alike[one][other] for one, other in found.items()):
            return dict(zip(ones, others, strict=True))
    return {ones[one]: others[other] for one, other in found.items()}


def _best(alike: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of two lists, in order, that are most alike together."""
    wide = len(alike[0]) if alike else 0
    table = [[0] * (wide + 1) for _line in range(len(alike) + 1)]
    for one in range(len(alike) - 1, -1, -1):
        for other in range(wide - 1, -1, -1):
            apart = max(table[one + 1][other], table[one][other + 1])
            table[one][other] = max(apart, table[one + 1][other + 1] + alike[one][other])
    one = other = 0
    while one < len(alike) and other < wide:
        here = alike[one][other]
        if here and table[one][other] == table[one + 1][other + 1] + here:
            yield one, other
            one, other = one + 1, other + 1
        elif table[one][other] == table[one + 1][other]:
            one += 1
        else:
            other += 1


def _likeness(one: Any, other: Any) -> int:
    """Return how much two lines say alike; nothing where it is less than half."""
    ones, others = _parts(one), _parts(other)
    if type(one) is not type(other) or not ones:
        return 0
    said = [name for name in ones if _says(ones[name]) or _says(others.get(name))]
    same = sum(1 for name in said if ones[name] == others.get(name))
    return same if same * 2 >= len(said) else 0


def _says(value: Any) -> bool:
    """Say whether a part of a line holds anything: what both leave empty makes nothing alike."""
    return not getattr(value, "is_empty", not value)


def _parts(line: Any) -> Mapping[str, Any]:
    if isinstance(line, Mapping):
        return line
    if not is_dataclass(line):
        return {}
    return {field.name: getattr(line, field.name) for field in fields(line)}


def _ordered(kept: list[Place], leading: dict[int, int]) -> list[Place]:
    """Return kept lines in the order of one list; what is not in it stays behind its neighbour."""
    order = sorted(leading, key=leading.__getitem__)
    for no in range(len(kept)):
        if no not in leading:
            before = [one for one in order if one < no]
            order.insert(order.index(max(before)) + 1 if before else 0, no)
    return [kept[no] for no in order]


def _insert(
    places: list[Place], added: Sequence[Place], side: Callable[[Place], int | None]
) -> None:
    """Put added lines behind the line that stands before them in their own list."""
    for one in added:
        own = side(one)
        assert own is not None
        known = [(side(place), no) for no, place in enumerate(places)]
        before = [(at, no) for at, no in known if at is not None and at < own]
        places.insert(max(before)[1] + 1 if before else 0, one)


def _joined(places: Sequence[Place], mine: Sequence[Any], theirs: Sequence[Any]) -> Iterator[Place]:
    """Yield places; a line that both added alike is one."""
    left = [one for one in places if one.base is None and one.mine is not None]
    for place in places:
        if place.base is not None:
            yield place
        elif place.theirs is not None:
            same = next((one for one in left if _twin(one, place, mine, theirs)), None)
            if same is not None:
                left.remove(same)
            yield Trio(None, same.mine if same is not None else None, place.theirs)
        elif place in left:
            yield place


def _twin(one: Place, other: Place, mine: Sequence[Any], theirs: Sequence[Any]) -> bool:
    assert one.mine is not None and other.theirs is not None
    ours, others = mine[one.mine], theirs[other.theirs]
    return bool(ours == others or (_id(ours) is not None and _id(ours) == _id(others)))


def _new(lines: Sequence[Any], known: dict[int, int]) -> list[int]:
    held = set(known.values())
    return [no for no in range(len(lines)) if no not in held]


def _mine_of(place: Place) -> int | None:
    return place.mine


def _theirs_of(place: Place) -> int | None:
    return place.theirs


def _have_ids(lines: Sequence[Any]) -> bool:
    ids = [_id(line) for line in lines]
    return None not in ids and len(set(ids)) == len(ids)


def _id(line: Any) -> Any:
    return getattr(line, "id", None)

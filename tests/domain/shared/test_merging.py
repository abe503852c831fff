"""Merging keeps what both did, asks where they differ, and loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.shared.merging import NOTHING, Fate, Side, merge, rebased

WORDS = st.sampled_from(["", "a", "b", "c", "d"])


@dataclass(frozen=True, slots=True)
class Rest:
    """A value whose parts mean nothing apart."""

    is_whole: ClassVar[bool] = True
    percent: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """A part with parts of its own."""

    days: str = ""
    language: str = ""
    rest: Rest = Rest()


@dataclass(frozen=True, slots=True)
class Line:
    """A line."""

    text: str = ""
    price: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record with everything in it that records have."""

    name: str = ""
    note: str = ""
    terms: Terms = Terms()
    roles: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()


RESTS = st.builds(Rest, WORDS, WORDS)
TERMS = st.builds(Terms, WORDS, WORDS, RESTS)
LINES = st.lists(st.builds(Line, WORDS, WORDS), max_size=4).map(tuple)
SHEETS = st.builds(
    Sheet,
    WORDS,
    WORDS,
    TERMS,
    st.frozensets(WORDS, max_size=3),
    st.dictionaries(WORDS, WORDS, max_size=3),
    LINES,
)


def fates(base: Sheet, mine: Sheet, theirs: Sheet) -> dict[str, Fate]:
    return {part.path: part.fate for part in merge(base, mine, theirs).parts}


def test_what_only_one_changed_is_taken_and_what_both_changed_is_asked() -> None:
    base = Sheet("A", "n", Terms("14", "fi"))
    mine = replace(base, name="B", terms=Terms("30", "fi"))
    theirs = replace(base, name="C", note="m", terms=Terms("14", "th"))

    merged = merge(base, mine, theirs)

    assert merged.value == Sheet("B", "m", Terms("30", "th"))
    assert fates(base, mine, theirs) == {
        "name": Fate.CLASH,
        "note": Fate.THEIRS,
        "terms.days": Fate.MINE,
        "terms.language": Fate.THEIRS,
    }


def test_what_both_changed_alike_is_no_clash() -> None:
    assert fates(Sheet(), Sheet("B"), Sheet("B")) == {"name": Fate.ALIKE}


def test_a_pick_settles_a_clash() -> None:
    three = (Sheet("A"), Sheet("B"), Sheet("C"))

    assert merge(*three, {"name": Side.THEIRS}).value.name == "C"
    assert merge(*three, {"name": Side.MINE}).value.name == "B"


def test_a_value_that_is_whole_is_not_mixed() -> None:
    base, mine, theirs = (
        Sheet(terms=Terms(rest=one)) for one in (Rest(), Rest("5"), Rest("", "9"))
    )

    (part,) = merge(base, mine, theirs).parts

    assert (part.path, part.fate, part.mine) == ("terms.rest", Fate.CLASH, Rest("5"))


def test_of_a_set_what_either_did_is_kept() -> None:
    base = Sheet(roles=frozenset("ab"))
    merged = merge(base, Sheet(roles=frozenset("bc")), Sheet(roles=frozenset("abd")))

    assert merged.value.roles == frozenset("bcd")
    assert [part.fate for part in merged.parts] == [Fate.BOTH]


def test_a_line_changed_here_and_another_there_are_both_kept() -> None:
    base = Sheet(lines=(Line("lamp", "1"), Line("desk", "2")))
    mine = replace(base, lines=(Line("lamp", "9"), Line("desk", "2"), Line("mine")))
    theirs = replace(base, lines=(Line("lamp", "1"), Line("table", "2")))

    merged = merge(base, mine, theirs)

    assert merged.value.lines == (Line("lamp", "9"), Line("table", "2"), Line("mine"))
    assert not merged.clashes


def test_a_line_that_one_removed_and_the_other_changed_is_asked() -> None:
    base = Sheet(lines=(Line("lamp", "1"), Line("desk", "2")))
    three = (
        base,
        replace(base, lines=base.lines[:1]),
        replace(base, lines=(base.lines[0], Line("desk", "3"))),
    )

    (clash,) = merge(*three).clashes

    assert (clash.path, clash.mine, clash.places.mine) == ("lines.1", NOTHING, None)
    assert merge(*three).value.lines == base.lines[:1]
    assert merge(*three, {"lines.1": Side.THEIRS}).value.lines[1].price == "3"


def test_without_a_base_all_that_differs_is_asked() -> None:
    merged = merge(None, Sheet("A", "n", lines=(Line("x"),)), Sheet("B", "n", lines=(Line("x"),)))

    assert [(part.path, part.fate) for part in merged.parts] == [("name", Fate.CLASH)]


@given(SHEETS, SHEETS)
def test_merging_with_what_nobody_changed_gives_the_other(base: Sheet, other: Sheet) -> None:
    assert merge(base, other, base).value == other
    assert merge(base, base, other).value == other
    assert not merge(base, other, base).clashes


@given(SHEETS, SHEETS)
def test_what_both_made_alike_stays(base: Sheet, other: Sheet) -> None:
    assert merge(base, other, other).value == other
    assert not merge(base, other, other).clashes


@given(SHEETS, SHEETS)
def test_merging_disjoint_edits_is_symmetric_and_keeps_both(base: Sheet, other: Sheet) -> None:
    mine = replace(base, name=other.name, lines=other.lines, terms=replace(base.terms, days="x"))
    theirs = replace(base, note=other.note, terms=replace(base.terms, language="y"))

    merged = merge(base, mine, theirs)

    assert merged.value == merge(base, theirs, mine).value
    assert merged.value == replace(
        mine, note=other.note, terms=replace(base.terms, days="x", language="y")
    )


@given(SHEETS, SHEETS, SHEETS)
def test_disjoint_edits_may_be_merged_in_any_order(base: Sheet, one: Sheet, other: Sheet) -> None:
    first = replace(base, name=one.name, names=one.names)
    second = replace(base, terms=other.terms, roles=other.roles)
    third = replace(base, note=other.note, lines=one.lines)

    left = rebased(base, rebased(base, first, second), third)
    right = rebased(base, first, rebased(base, second, third))

    assert left == right


@given(SHEETS, SHEETS, SHEETS)
def test_nothing_is_lost(base: Sheet, mine: Sheet, theirs: Sheet) -> None:
    """Every clash is told with both words, and every pick is in the result."""
    merged = merge(base, mine, theirs)
    paths = [part.path for part in merged.parts]

    assert len(paths) == len(set(paths))
    theirs_won = merge(base, mine, theirs, dict.fromkeys(paths, Side.THEIRS))
    for part in merged.parts:
        assert part.mine != part.theirs or part.fate is Fate.ALIKE
    assert [part.path for part in theirs_won.parts] == paths
    for name in ("name", "note"):
        known = {getattr(mine, name), getattr(theirs, name)}
        assert getattr(merged.value, name) in known


@given(LINES, LINES, LINES)
def test_a_line_that_either_added_is_there(
    base: tuple[Line, ...], added: tuple[Line, ...], more: tuple[Line, ...]
) -> None:
    assume(base)
    mine = Sheet(lines=(*base, *(replace(one, text=f"m{one.text}") for one in added)))
    theirs = Sheet(lines=(*(replace(one, text=f"t{one.text}") for one in more), *base))

    found = merge(Sheet(lines=base), mine, theirs).value.lines

    assert sorted(map(repr, found)) == sorted(map(repr, (*mine.lines, *theirs.lines[: len(more)])))

"""The postage book adds up for each way and in all."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.correspondence.letter import Channel, Dispatch
from app.domain.correspondence.postage import PostageLine, totals_of
from app.domain.shared.ids import LetterId
from app.domain.shared.money import Money

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
PAID = st.one_of(st.none(), st.integers(0, 10**9).map(lambda minor: Money(minor, "EUR")))


def line(way: Channel, postage: Money | None) -> PostageLine:
    return PostageLine(Dispatch(LetterId(1), "", way, AT, "", "", "", postage), "OUT-1", "")


@given(st.lists(st.builds(line, st.sampled_from(Channel), PAID)))
def test_the_ways_add_up_to_all(lines: list[PostageLine]) -> None:
    totals = totals_of(lines, "EUR")

    of_ways = [one for one in totals if one.channel is not None]
    of_all = [one for one in totals if one.channel is None]
    assert len(of_all) == bool(lines)
    for one in of_all:
        assert one.count == len(lines) == sum(way.count for way in of_ways)
        assert one.postage.minor == sum(way.postage.minor for way in of_ways)


def test_currencies_are_never_added() -> None:
    lines = (line(Channel.POST, Money(100, "EUR")), line(Channel.POST, Money(5, "THB")))

    totals = totals_of(lines, "EUR")

    assert [(one.channel, one.count, str(one.postage.currency)) for one in totals] == [
        (Channel.POST, 1, "EUR"),
        (Channel.POST, 1, "THB"),
        (None, 1, "EUR"),
        (None, 1, "THB"),
    ]

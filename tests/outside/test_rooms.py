"""A room serves file after file, keeps what it holds, and is let go when it breaks or hangs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pytest

from app.domain.shared.refusals import NotFound
from app.outside import rooms
from app.outside.apart import BrokeDown, TookTooLong
from app.outside.rooms import Room
from app.storage.platform import bound_reader

pytestmark = pytest.mark.usefixtures("from_nothing")

BOUND = partial(bound_reader, 512, 60)


class Told(Exception):
    """Somebody asked to stop."""


class Counting:
    """Answers with how often it was asked; does as it is told."""

    def __init__(self) -> None:
        self._asked = 0

    def __call__(self, request: Mapping[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
        self._asked += 1
        match request["do"]:
            case "sleep":
                time.sleep(60)
            case "die":
                os._exit(7)
            case "swell":
                return {"size": len(bytearray(2 << 30))}, b""
            case "refuse":
                raise NotFound(record="table")
            case "stumble":
                raise ValueError
        return {"asked": self._asked, "size": len(content), "process": os.getpid()}, content[::-1]


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room(Counting, BOUND)
    yield made
    made.close()


def test_one_process_serves_request_after_request(room: Room) -> None:
    first, raw = room.ask({"do": "count"}, 20, [b"abc", b"", b"d" * 3_000_000])
    again, _raw = room.ask({"do": "count"}, 20)

    assert (first["asked"], first["size"], raw[-3:]) == (1, 3_000_003, b"cba")
    assert (again["asked"], again["size"]) == (2, 0)
    assert first["process"] == again["process"] != os.getpid()


def test_what_is_refused_there_is_refused_here_and_the_room_stays(room: Room) -> None:
    room.ask({"do": "count"}, 20)

    with pytest.raises(NotFound) as refused:
        room.ask({"do": "refuse"}, 20)
    with pytest.raises(BrokeDown):
        room.ask({"do": "stumble"}, 20)

    assert refused.value.facts == {"record": "table"}
    assert room.ask({"do": "count"}, 20)[0]["asked"] == 4


@pytest.mark.parametrize("deed", ["die", "swell"])
def test_a_room_that_breaks_down_is_told_of_and_the_next_is_fresh(room: Room, deed: str) -> None:
    with pytest.raises(BrokeDown):
        room.ask({"do": deed}, 20)

    assert room.ask({"do": "count"}, 20)[0]["size"] == 0


def test_a_room_that_hangs_is_let_go(room: Room) -> None:
    with pytest.raises(TookTooLong):
        room.ask({"do": "sleep"}, 0.3)

    assert not room.is_open
    assert room.ask({"do": "count"}, 20)[0]["asked"] == 1


def test_who_watches_may_end_the_work(room: Room) -> None:
    def stop() -> None:
        raise Told

    with pytest.raises(Told):
        room.ask({"do": "sleep"}, 60, watch=stop)

    assert not room.is_open


def test_a_room_is_renewed_after_many_files(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "MOST_SERVED", 2)

    asked = [room.ask({"do": "count"}, 20)[0]["asked"] for _ in range(3)]

    assert asked == [1, 2, 1]

"""Foreign files are read in a process of their own: it may break, hang or lie, the office not."""

from __future__ import annotations

import os
import time
from functools import partial

import pytest

from app.domain.shared.refusals import NotFound
from app.outside.apart import BrokeDown, TookTooLong, apart
from app.storage.platform import bound_process

pytestmark = pytest.mark.usefixtures("from_nothing")

BOUND = partial(bound_process, 512, 5)


def where(text: str) -> dict[str, object]:
    return {"text": text, "process": os.getpid()}


def refuse() -> None:
    raise NotFound(record="table")


def stop_short() -> None:
    os._exit(7)


def take_all_memory() -> int:
    return len(bytearray(2 << 30))


def stumble() -> None:
    raise ValueError


def test_a_job_runs_in_another_process_and_returns_plain_data() -> None:
    found = apart(where, "ä", bound=BOUND)

    assert found["text"] == "ä"
    assert found["process"] != os.getpid()


def test_what_the_job_refuses_is_refused_here() -> None:
    with pytest.raises(NotFound) as refused:
        apart(refuse, bound=BOUND)

    assert refused.value.facts == {"record": "table"}


@pytest.mark.parametrize("job", [stop_short, take_all_memory, stumble])
def test_a_job_that_breaks_down_is_told_of(job: object) -> None:
    assert callable(job)
    with pytest.raises(BrokeDown):
        apart(job, bound=BOUND)


def test_a_job_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TookTooLong):
        apart(time.sleep, 60, bound=BOUND, seconds=0.3)

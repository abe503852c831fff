"""Apart: work on foreign files in a process of its own, with no office open and bounded means.

What comes back is JSON, never a pickle: a reader that was taken over can only return text.
"""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from app.domain.shared.codec import plain
from app.domain.shared.refusals import OfficeError, Refusal, known_errors

BEGINNING = multiprocessing.get_context("spawn")
"""How such a process begins: from nothing, so that it holds nothing of an office."""

SECONDS = 20
LARGEST_ANSWER = 512 << 20


class TookTooLong(Refusal):
    """The file could not be read in the time that is allowed."""

    code = "outside.took-too-long"


class BrokeDown(Refusal):
    """The reader stopped without an answer: the file is damaged or needs too much memory."""

    code = "outside.broke-down"


def apart(
    job: Callable[..., object],
    *arguments: object,
    bound: Callable[[], object],
    seconds: float = SECONDS,
) -> Any:
    """Return what a job returns, as JSON data, worked out in a fresh process.

    ``bound`` runs there first and limits what the process may use. Raises what the job refuses,
    TookTooLong, BrokeDown.
    """
    here, there = BEGINNING.Pipe(duplex=False)
    process = BEGINNING.Process(target=_work, args=(there, bound, job, arguments), daemon=True)
    with here:
        process.start()
        there.close()
        try:
            answer = _answer(here, seconds)
        finally:
            process.kill()
            process.join()
            process.close()
    return _told(answer)


def _answer(here: Connection, seconds: float) -> dict[str, Any]:
    if not here.poll(seconds):
        raise TookTooLong(seconds=seconds)
    try:
        raw = here.recv_bytes(LARGEST_ANSWER)
    except (EOFError, OSError):
        raise BrokeDown from None
    answer: dict[str, Any] = json.loads(raw)
    return answer


def _told(answer: dict[str, Any]) -> Any:
    if "result" in answer:
        return answer["result"]
    known = {error.code: error for error in known_errors()}
    raise known.get(answer["code"], BrokeDown)(**answer["facts"])


def _work(
    there: Connection,
    bound: Callable[[], object],
    job: Callable[..., object],
    arguments: tuple[object, ...],
) -> None:
    """Run in the other process: do the job and send what comes of it."""
    bound()
    with there:
        try:
            answer: dict[str, Any] = {"result": plain(job(*arguments))}
        except OfficeError as refusal:
            answer = {"code": refusal.code, "facts": plain(refusal.facts)}
        except (MemoryError, RecursionError, ValueError, LookupError):
            answer = {"code": BrokeDown.code, "facts": {}}
        there.send_bytes(json.dumps(answer, ensure_ascii=False).encode())

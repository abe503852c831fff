"""A server's office is marked as moved only if nobody wrote in it since it was read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.storage import moving
from app.storage.deeds import Changes, Deed
from app.storage.moving import Moved
from app.storage.offices import create_office, open_office
from app.storage.server_keys import ServerKeys
from app.storage.whole_copies import MovedWrong


def nothing(_done: int, _of: int) -> None:
    """Nobody wants to know."""


def copied(url: str, path: Path) -> Moved:
    source = open_office(url)
    try:
        return moving.to_folder(source, ServerKeys(url).read(), path, nothing, lambda *_: None)
    finally:
        source.close()


def written(url: str) -> None:
    office = open_office(url)
    with office.write() as unit:
        unit.audit.record(Deed(datetime.now(UTC), "Anna", "tests.write", [[], {}]), Changes())
    office.close()


def test_what_was_written_after_it_was_read_is_not_lost(bare_server: str, tmp_path: Path) -> None:
    path = tmp_path / "Back.backdesk"
    create_office(bare_server).close()
    written(bare_server)
    done = copied(bare_server, path)
    written(bare_server)

    with pytest.raises(MovedWrong):
        moving.mark(bare_server, path, done)

    written(bare_server)
    assert (done.chain, done.documents) == (1, 0)

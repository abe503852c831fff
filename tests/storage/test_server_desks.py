"""Who has an office of a server open is known by the lines there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import make_url

from app.storage import server_desks
from app.storage.engines import lone_engine
from app.storage.offices import create_office, open_office
from app.storage.presence import InUse
from app.storage.server_desks import MOST_NAMED, desks_at, require_alone


@contextmanager
def line(url: str, name: str) -> Iterator[None]:
    """Hold a line of another program open."""
    named = make_url(url).update_query_dict({"application_name": name})
    engine = lone_engine(named.render_as_string(hide_password=False))
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        yield


def test_a_desk_is_told_once_however_many_lines_it_has(bare_server: str) -> None:
    with (
        lone_engine(bare_server).connect() as mine,
        line(bare_server, "backdesk 7 maija@counter"),
        line(bare_server, "backdesk 7 maija@counter"),
        line(bare_server, "backdesk 8 pekka@store"),
        line(bare_server, "psql"),
    ):
        found = desks_at(mine)

    assert [(one.name, one.machine) for one in found] == [("maija", "counter"), ("pekka", "store")]
    assert all(one.since is not None for one in found)


def test_our_own_program_counts_unless_others_only_are_asked_for(bare_server: str) -> None:
    create_office(bare_server).close()
    office = open_office(bare_server)
    with office.read(), lone_engine(bare_server).connect() as mine:
        assert len(desks_at(mine)) == 1
        assert desks_at(mine, others_only=True) == ()
        with pytest.raises(InUse):
            require_alone(mine, "here")
        require_alone(mine, "here", others_only=True)
    office.close()


def test_it_is_said_who_and_how_many(bare_server: str) -> None:
    with (
        lone_engine(bare_server).connect() as mine,
        line(bare_server, "backdesk 7 maija@counter"),
        line(bare_server, "backdesk"),
        pytest.raises(InUse) as refused,
    ):
        require_alone(mine, "here")

    facts = refused.value.facts
    assert (facts["count"], facts["names"]) == (2, "maija@counter, ?@?")


def test_of_many_the_first_are_named(monkeypatch: pytest.MonkeyPatch, bare_server: str) -> None:
    many = tuple(server_desks.Desk(f"u{at}", "m", None) for at in range(MOST_NAMED + 2))
    monkeypatch.setattr(server_desks, "desks_at", lambda *_a, **_k: many)
    with lone_engine(bare_server).connect() as mine, pytest.raises(InUse) as refused:
        require_alone(mine, "here")

    assert refused.value.facts["count"] == MOST_NAMED + 2
    assert str(refused.value.facts["names"]).endswith("u4@m, …")

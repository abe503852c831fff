"""The turn for goods: on a server, one clerk at a time holds, moves, sends or takes back goods.

What is free, held, picked and owed hangs together over many rows: whoever changes some of it reads
all of it first, and what was read must not change meanwhile. An office in a folder has one writer
anyway.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select

GOODS_LOCK = 0x676F6F64


def take_turn(connection: Connection) -> None:
    """Wait for the turn and keep it until all is written; to be called before anything is read."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(GOODS_LOCK)))

"""Whoever is not everybody stands behind a wall."""

from __future__ import annotations

from app.domain.archive.readers import Readers


def test_only_what_everybody_reads_has_no_wall() -> None:
    assert [one for one in Readers if not one.is_wall] == [Readers.EVERYONE]

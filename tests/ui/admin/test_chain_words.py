"""What verifying found is told in words: unbroken, or the first entry that is not as it was."""

from __future__ import annotations

from datetime import UTC, datetime

from app.services.anchors import ChainReport, Known, KnownAnchor
from app.ui.admin.chain_words import chain_lines

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_record_that_holds_says_by_what_it_is_confirmed() -> None:
    assert list(chain_lines(ChainReport(12, (), 2, ()))) == [
        "12 entries, unbroken.",
        "2 closings and backups confirm it.",
    ]
    assert list(chain_lines(ChainReport(1, (), 0, ()))) == ["1 entry, unbroken."]


def test_the_first_bad_entry_is_named() -> None:
    (told,) = chain_lines(ChainReport(12, (3, 4), 0, ()))

    assert told == "Entry 3 was altered, or the one before it was removed."


def test_the_first_lost_anchor_is_named() -> None:
    lost = tuple(KnownAnchor(Known.BACKUP, seq, "ab", AT) for seq in (9, 7))

    (told,) = chain_lines(ChainReport(12, (), 2, lost))

    assert "The backup of 10 Mar 2026" in told
    assert "entry 7" in told

"""What verifying the record of changes found, in words, the first thing that is wrong first."""

from __future__ import annotations

from collections.abc import Iterator

from app.lang.texts import mark
from app.services.anchors import ChainReport, Known, KnownAnchor
from app.ui.kit.texts import _, formats, many

KNOWN = {
    Known.CLOSING: mark("The closing of {moment} names entry {row}, which is not there as it was."),
    Known.BACKUP: mark("The backup of {moment} holds entry {row}, which is not there as it was."),
}


def chain_lines(report: ChainReport) -> Iterator[str]:
    """Yield what was found, line by line."""
    if report.broken:
        yield _("Entry {row} was altered, or the one before it was removed.", row=report.broken[0])
    if report.lost:
        first = min(report.lost, key=lambda one: one.seq)
        yield lost_text(first)
    if report.holds:
        yield many("{n} entry, unbroken.", "{n} entries, unbroken.", report.rows)
        if report.anchors:
            yield many(
                "{n} closing or backup confirms it.",
                "{n} closings and backups confirm it.",
                report.anchors,
            )


def lost_text(anchor: KnownAnchor) -> str:
    """Return what an anchor says that the record does not hold."""
    moment = formats().instant(anchor.at.astimezone())
    return _(KNOWN[anchor.known], moment=moment, row=anchor.seq)

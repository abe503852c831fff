"""Upkeep: what is done by itself when a window opens an office, so that damage is found by us."""

from __future__ import annotations

from datetime import timedelta

from app.domain.admin import health
from app.domain.shared.problems import Problem
from app.services import anchors
from app.services.disposing import finish_begun
from app.services.ending_erasures import finish_ended
from app.services.office import Office
from app.storage import checks, sweeping

KEPT_UNREFERRED = timedelta(days=7)
"""How long bytes lie that no record refers to: a work that ended early may still be repeated."""


def look_after(office: Office) -> tuple[Problem, ...]:
    """Read the pages of an office that was not closed properly, and sweep what nobody refers to.

    A disposal or an erasure that a crash came into is finished, and the last day of work is closed.
    Nothing is swept or written where the last work is gone: its documents may be what is left of
    it.

    Returns what is wrong; of an office that was closed properly it is only looked whether a cloud
    service left second copies of its files, and whether an older file was put in their place.
    """
    database = office.database
    if office.is_read_only or database.rows.file is None:
        return ()
    found = checks.glance(database) if database.place.was_unclean else ()
    second = (*checks.copies(database), *checks.set_back(database))
    if not found and not any(one.code == health.SET_BACK.code for one in second):
        finish_begun(office)
        finish_ended(office)
        anchors.close_day(office)
        sweeping.sweep(database, office.clock.now() - KEPT_UNREFERRED)
    return (*found, *second)

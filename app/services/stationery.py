"""Stationery: what lies under the letters of the firm, chosen once and kept with a trace."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from app.domain.admin.stationery import MOST_PAGES, Part, Stationery, check
from app.domain.shared.refusals import Conflict, Invalid, Refusal
from app.outside.apart import SECONDS, apart
from app.services.fresh_pictures import fresh
from app.services.office import Desk, Errand
from app.services.permissions import Permission, command, errand, query
from app.storage.platform import bound_process

LARGEST = 10 << 20
BOUND = partial(bound_process, 1024, SECONDS)
PDF = b"%PDF"


class NotAPaper(Refusal):
    """Stationery is a PDF, PNG or JPEG of at most 10 MiB, and terms are a PDF; this is not."""

    code = "stationery.not-a-paper"


@query(Permission.COMPANY_READ)
def stationery(desk: Desk) -> Stationery:
    """Return the stationery of the firm."""
    return desk.store.stationery.get()


@query(Permission.COMPANY_READ)
def part(desk: Desk, which: Part) -> bytes:
    """Return what is stored for a part of the stationery, or nothing."""
    return b"".join(_kept(desk, desk.store.stationery.get().files[which]))


@command(Permission.COMPANY_CHANGE)
def change(desk: Desk, content: Stationery) -> Stationery:
    """Change where the sheets lie and what they leave free; ``content.version`` is that read.

    The files stay: ``put`` changes them. Raises Invalid, or Conflict when somebody was first.
    """
    before = desk.store.stationery.get()
    if before.version != content.version:
        raise Conflict(record="stationery", version=before.version)
    if problems := check(content):
        raise Invalid(problems)
    after = replace(content, version=before.version + 1).with_files(before.files)
    desk.store.stationery.save(before, after)
    return after


@errand(Permission.COMPANY_CHANGE)
def put(work: Errand, which: Part, content: bytes) -> Stationery:
    """Keep another file for a part of the stationery, or none when there are no bytes.

    A PDF is made fit to be archived first, in a process of its own. Raises NotAPaper, NotPages,
    LockedPages, TooManySheets.
    """
    fit = _fit(which, content) if content else b""
    return work.do(_put, which, fit)


def _kept(desk: Desk, sha256: str) -> Iterable[bytes]:
    return desk.store.contents.get(sha256) if sha256 else ()


def _fit(which: Part, content: bytes) -> bytes:
    if len(content) > LARGEST:
        raise NotAPaper(size=len(content))
    if content.startswith(PDF):
        # What reads PDFs loads slowly: with the first stationery, not with the first window.
        from app.formats.stationery import prepared  # noqa: PLC0415  loads what reads PDFs

        return base64.b64decode(apart(prepared, content, MOST_PAGES[which], bound=BOUND))
    drawn = None if which is Part.TERMS else fresh(content)
    if drawn is None:
        raise NotAPaper(size=len(content))
    return drawn


def _put(desk: Desk, which: Part, content: bytes) -> Stationery:
    before = desk.store.stationery.get()
    kept = desk.store.contents.put((content,)).sha256 if content else ""
    after = replace(before, version=before.version + 1).with_files({which: kept})
    desk.store.stationery.save(before, after)
    desk.note("stationery.put", which.value, desk.store.changes)
    return after

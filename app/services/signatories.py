"""Signatories: who signs for the firm, and the pictures of their signatures."""

from __future__ import annotations

from dataclasses import replace

from app.domain.correspondence.letter import Signatory
from app.domain.shared.ids import SignatoryId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Rule
from app.services.admin import fresh_logo
from app.services.fresh_pictures import drawn
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query

WITHOUT_NAME = Rule("letters.signatory-without-name")


@query(Permission.LETTERS_READ)
def all_signatories(desk: Desk) -> tuple[Signatory, ...]:
    """Return everybody who signs, by name; those put away too."""
    return tuple(sorted(desk.store.signatories.all(), key=lambda one: one.name.casefold()))


@query(Permission.LETTERS_ARRANGE)
def picture(desk: Desk, signatory_id: SignatoryId) -> bytes:
    """Return the picture of a signature, or nothing; raises NotFound."""
    found = desk.store.signatories.get(signatory_id)
    return b"".join(desk.store.contents.get(found.picture)) if found.picture else b""


@command(Permission.LETTERS_ARRANGE)
def add(desk: Desk, name: str, title: str = "") -> Signatory:
    """Add somebody who signs; raises Invalid."""
    new = Signatory(SignatoryId(new_id()), 1, one_line(name), one_line(title))
    _require_name(new)
    desk.store.signatories.add(new)
    return new


@command(Permission.LETTERS_ARRANGE)
def change(desk: Desk, changed: Signatory) -> Signatory:
    """Change name or title or put somebody away; ``changed.version`` is the one read.

    The picture stays: it is changed by ``change_picture``. Raises Invalid, NotFound, Conflict.
    """
    before = desk.store.signatories.current(changed.id, changed.version)
    after = replace(
        changed,
        version=before.version + 1,
        name=one_line(changed.name),
        title=one_line(changed.title),
        picture=before.picture,
    )
    _require_name(after)
    desk.store.signatories.save(before, after)
    return after


def _drawn(content: bytes) -> bytes:
    return fresh_logo(content)


@command(Permission.LETTERS_ARRANGE, before=_drawn)
def change_picture(desk: Desk, signatory_id: SignatoryId, content: bytes) -> Signatory:
    """Put another signature on the letters to come, or none when there are no bytes.

    Raises NoPicture unless it is a PNG or JPEG of at most 5 MiB, NotFound.
    """
    before = desk.store.signatories.get(signatory_id)
    made = drawn(desk.ready, _drawn, content)
    kept = desk.store.contents.put((made,)).sha256 if made else ""
    after = replace(before, version=before.version + 1, picture=kept)
    desk.store.signatories.save(before, after)
    return after


def _require_name(one: Signatory) -> None:
    if not one.name:
        require_right((WITHOUT_NAME.at("name"),))

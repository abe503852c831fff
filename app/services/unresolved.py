"""Unresolved: whether something was saved that ended while the disk could not be read."""

from __future__ import annotations

from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.COMPANY_READ)
def is_saved(desk: Desk, seq: int, proof: str) -> bool:
    """Say whether a row of the record of changes is there: then all that it tells of was saved."""
    return desk.store.audit.holds(seq, proof)

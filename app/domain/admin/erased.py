"""Erased persons: what was erased and when, what stays until when, and that it was ended.

Nothing here is personal: a person is known by the id of a record that says nothing any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.admin.erasure_plan import ErasurePlan, Going, Staying
from app.domain.shared.ids import ErasureId
from app.domain.shared.refusals import IllegalTransition


class ErasureState(Enum):
    """Where an erasure stands: something is kept for the law, is being ended, or nothing is left.

    It is ``ENDING`` only inside the one transaction that ends it.
    """

    KEPT = "kept"
    ENDING = "ending"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Erased:
    """One erasure: whose (``kind`` and the id of the record), by whom, what went and what stays.

    ``kept_until`` is the last day on which something is kept, none while nobody knows it.
    ``files`` are the SHA-256 of bytes that still have to be destroyed after the end.
    """

    id: ErasureId
    kind: str
    record_id: int
    state: ErasureState
    erased_on: date
    erased_by: str
    kept_until: date | None
    goes: tuple[Going, ...]
    stays: tuple[Staying, ...]
    ended_on: date | None = None
    ended_by: str = ""
    files: tuple[str, ...] = ()

    def begin_end(self, on: date, by: str) -> Erased:
        """Return the erasure while what was kept goes; raises IllegalTransition."""
        if self.state is not ErasureState.KEPT:
            facts = {"state": self.state.value, "wanted": ErasureState.ENDING.value}
            raise IllegalTransition(record="erasure", **facts)
        return replace(self, state=ErasureState.ENDING, ended_on=on, ended_by=by)

    def end(self, files: tuple[str, ...]) -> Erased:
        """Return the erasure after its end; these bytes still have to be destroyed."""
        return replace(self, state=ErasureState.ENDED, files=files)


def erased(erasure_id: ErasureId, plan: ErasurePlan, on: date, by: str) -> Erased:
    """Return what is known of a plan that was carried out; where nothing stays it is ended."""
    is_over = not plan.stays and not plan.becomes
    return Erased(
        id=erasure_id,
        kind=plan.kind,
        record_id=plan.id,
        state=ErasureState.ENDED if is_over else ErasureState.KEPT,
        erased_on=on,
        erased_by=by,
        kept_until=plan.until,
        goes=plan.goes,
        stays=plan.stays,
        ended_on=on if is_over else None,
        ended_by=by if is_over else "",
    )

"""By which words a person is found: the name, the number and the position, and nothing else."""

from __future__ import annotations

from datetime import date

from app.domain.employees.employee import KIND, Employee, Profile
from app.domain.shared.search import SearchItem


def findable(employee: Employee, profile: Profile, day: date) -> SearchItem:
    """Return a person as the search knows it; ``day`` is that of the last change."""
    called = profile.name.called
    return SearchItem(
        kind=KIND,
        entity_id=employee.id,
        title=profile.name.written,
        detail=" · ".join(part for part in (employee.number, profile.position) if part),
        words=called,
        day=day,
    )

"""What was restored takes the place of the open company, in words of what is done."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

from app.domain.admin.backup import Restored
from app.services.office import Office
from app.services.restoring import Prepared
from app.ui.admin.restored import exchange_for

DONE = Restored(datetime(2026, 3, 10, 12, tzinfo=UTC), "one", "before")


def test_a_restore_and_one_that_is_taken_back_are_told_apart() -> None:
    office = cast(Office, None)
    restored = Prepared("Lumo.backdesk", DONE, None, "fresh")
    undone = Prepared("Lumo.backdesk", DONE, None, "before", undoes=DONE)

    assert exchange_for(restored, office).told == "The company is as it was in the backup."
    assert exchange_for(undone, office).told == "The restore was taken back."

"""What is not allowed by name is denied."""

from __future__ import annotations

import pytest

from app.services import door
from app.services.permissions import OWNER, NotAllowed, Permission, Role, command, mark_of


def test_the_owner_may_everything() -> None:
    for permission in Permission:
        OWNER.require(permission, "anything")


def test_a_role_may_only_what_it_holds() -> None:
    role = Role("clerk", frozenset({Permission.INVOICES_READ}))

    with pytest.raises(NotAllowed) as refused:
        role.require(Permission.INVOICES_ISSUE, "invoices.issue")

    assert refused.value.facts == {
        "command": "invoices.issue",
        "permission": "invoices.issue",
        "role": "clerk",
    }


def test_what_names_no_permission_is_denied_even_to_the_owner() -> None:
    with pytest.raises(NotAllowed):
        OWNER.require(None, "anything")


def test_a_mark_stays_with_its_function() -> None:
    @command(Permission.INVOICES_DRAFT, audited=False)
    def scribble() -> None:
        """Do nothing."""

    mark = mark_of(scribble)

    assert mark is not None
    assert (mark.permission, mark.is_command, mark.is_audited) == (
        Permission.INVOICES_DRAFT,
        True,
        False,
    )


def test_every_service_function_at_a_desk_carries_a_mark() -> None:
    assert list(door.unmarked()) == []

"""Guards are named by what they keep."""

from __future__ import annotations

from app.storage.guarding import Guard, differs, kept


def test_what_is_kept_is_neither_written_again_nor_removed() -> None:
    assert [guard.name for guard in kept("audit")] == [
        "guard_audit_update_kept",
        "guard_audit_delete_kept",
    ]


def test_a_column_that_was_empty_and_is_not_any_more_differs() -> None:
    both = "NEW.a IS DISTINCT FROM OLD.a OR NEW.b IS DISTINCT FROM OLD.b"

    assert differs(("a", "b")) == both
    assert Guard("quote", "UPDATE").condition == "1 = 1"

"""What is told where the office was opened by who may not read what is private."""

from __future__ import annotations

from app.ui.kit.texts import _


def locked_text() -> str:
    """Return why nothing private can be shown now."""
    return _(
        "Whoever opened the company here may not read what is private, so it cannot be shown "
        "to you either. Come in where the personnel office has opened it."
    )

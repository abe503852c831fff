"""The words of products."""

from __future__ import annotations

from app.ui.kit.languages import LANGUAGES

__all__ = ["LANGUAGES"]

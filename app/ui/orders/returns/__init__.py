"""Returns in the window: announced, received, inspected, decided on and credited."""

from __future__ import annotations

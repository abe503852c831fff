"""Orders: what customers want, when it is promised, and what went out or came back."""

from __future__ import annotations

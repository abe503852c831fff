"""Stock: what lies where, what moved, and what it is worth."""

from __future__ import annotations

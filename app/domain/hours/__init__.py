"""Hours: what was worked, against what is due, and what of it is overtime."""

from __future__ import annotations

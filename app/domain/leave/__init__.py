"""Leave: what each person has earned, has taken, and is away for."""

from __future__ import annotations

"""What linters cannot see: the manners of the house, checked."""

from __future__ import annotations

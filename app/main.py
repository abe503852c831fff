"""The window's door: wires settings, office and shell."""

from __future__ import annotations

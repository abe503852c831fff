"""Speed: what is measured, over which office, against which limit."""

from __future__ import annotations

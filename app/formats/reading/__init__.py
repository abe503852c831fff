"""Reading: the text of files from outside, each within limits that a hostile one cannot pass."""

from __future__ import annotations

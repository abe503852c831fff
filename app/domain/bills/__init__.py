"""Bills that suppliers sent us, as far as they are known before there is purchasing."""

from __future__ import annotations

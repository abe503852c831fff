"""The tour: the real window driven by keys, without anybody watching."""

from __future__ import annotations

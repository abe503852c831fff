"""Writing orders: the editor of a sale as orders use it, for new ones and for amendments."""

from __future__ import annotations

"""Self-service: the calm window of a person who came in with a PIN."""

from __future__ import annotations

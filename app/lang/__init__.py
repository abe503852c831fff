"""Languages: texts, numbers, dates and sentences as a clerk reads them; knows no other layer."""

from __future__ import annotations

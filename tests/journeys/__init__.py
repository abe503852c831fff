"""Journeys: a clerk's days from beginning to end, to the cent."""

from __future__ import annotations

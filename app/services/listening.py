"""Listening: a desk hears which tables others wrote, where its company lies on a server."""

from __future__ import annotations

from app.services.office import Office
from app.storage.hearing import Ears, Listener
from app.storage.place import Server


def listen(office: Office, ears: Ears) -> None:
    """Let somebody hear what other desks write until the office is closed; in a folder nobody."""
    place = office.database.place
    if isinstance(place, Server):
        place.guests.append(Listener(str(office.database.book.where), place.desk, ears))

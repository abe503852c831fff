"""Sentences about archives that were handed out and are taken back in."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "handing-out.not-an-export": Parts(
        mark("{folder} is not an exported archive."),
        mark("It holds no manifest that Backdesk can read: {reason}."),
        mark("Choose the folder in which manifest.json lies."),
    ),
    "handing-out.tampered": Parts(
        mark("{file} is not as it was exported."),
        mark("It is missing or was changed; nothing was taken in."),
        mark("Take the export from where it was made once more."),
    ),
    "handing-out.taken": Parts(
        mark("{name} is already in this company."),
        mark("It has the number of something else that was exported; nothing was taken in."),
        mark("Take the export into a new company."),
    ),
}

"""Sentences about people: what stays behind the wall."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "wall.closed": Parts(
        mark("This is not shown to you."),
        mark("Pay, identity numbers, health and the private addresses of people are sealed."),
        mark("Ask the owner for the right to read what is private of employees."),
    ),
    "wall.key-gone": Parts(
        mark("What was private of this person is gone for ever."),
        mark("The key that it was sealed with was destroyed."),
        "",
    ),
    "wall.seal-broken": Parts(
        mark("What is private here cannot be read: {place}."),
        mark("It was changed outside Backdesk, or the file is damaged."),
        mark("Open a backup, and tell whoever looks after this computer."),
    ),
}

"""Heads of foreign mails: read as the standard library does, and no longer than is read at once.

It takes the square of a head's length to read one that is not what it says to be.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Policy = EmailPolicy[EmailMessage]
else:
    Policy = EmailPolicy

LONGEST, LONGEST_OF_A_PART = 6_000, 1_500
"""So many characters of a head are looked at: a mail to a hundred people has fewer; and so many of
one that says what a part is."""


class Bounded(Policy):
    """Reads the beginning of a head that is too long."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return a head as it is read."""
        most = LONGEST_OF_A_PART if name.lower().startswith("content-") else LONGEST
        return super().header_fetch_parse(name, value[:most])


FOREIGN = Bounded()

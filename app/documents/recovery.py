"""The recovery code on paper: to be locked away, for the day on which no owner can log in."""

from __future__ import annotations

from app.documents.accounting import Imprint, report
from app.documents.model import Document, Heading, Paragraph, Tone


def describe(code: str, imprint: Imprint) -> Document:
    """Return the page with the code, what it is for, and how it is kept."""
    say = imprint.say
    blocks = (
        Paragraph(say("With this code an owner of the company gets a new password.")),
        Heading(code),
        Paragraph(
            say(
                "Whoever has this page and the computer can read everything. Lock it away, outside "
                "the office if you can, and make no copy on a computer."
            )
        ),
        Paragraph(
            say(
                "How: open the company, press “Recovery code…” on the page where one logs in, and "
                "enter the code, your name and a new password. The code works once; the next one "
                "is shown then."
            )
        ),
        Paragraph(
            say("Each new code ends the one before: only the newest page is good."), Tone.QUIET
        ),
    )
    facts = {say("Company"): imprint.company.name}
    return report(imprint, say("Recovery code"), facts, blocks)

"""Sentences about erasing persons: what hinders it, and what has to stay."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "erasing.hindered": Parts(
        mark("This person cannot be erased yet."),
        mark("Something is still under way, or a legal hold stands. The plan names it."),
        mark("End what is under way, then erase the person."),
    ),
    "erasing.not-a-person": Parts(
        mark("Only a person can be erased."),
        mark("The name of a firm is no personal data."),
        mark("Put a firm away instead, or say on its card that it is a person."),
    ),
    "erasing.already": Parts(
        mark("This person is erased already."),
        mark("What is left has to stay for the years that the law asks for."),
        mark("Wait until they are over."),
    ),
    "erasing.still-kept": Parts(
        mark("Something of this person has to be kept still."),
        mark("The law asks for it until {until}."),
        mark("Wait until then."),
    ),
}

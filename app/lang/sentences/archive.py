"""Sentences about the archive: what is filed stays as it was."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "archive.changed": Parts(
        mark("The document {document} is damaged."),
        mark("Its bytes are not those that were filed."),
        mark("Restore the company from its latest backup."),
    ),
    "contents.missing": Parts(
        mark("The document itself is missing from the archive."),
        mark("Its entry is there, but the stored file is not; the archive may be damaged."),
        mark("Restore the company from its latest backup."),
    ),
}

"""Qt's own button and menu texts in our catalogue: Qt ships none for Thai.

The window installs a translator that asks this list first and Qt's own file after.
"""

from __future__ import annotations

from app.lang.texts import Say, mark

QT_TEXTS: tuple[str, ...] = (
    mark("OK"),
    mark("Cancel"),
    mark("Yes"),
    mark("Yes to All"),
    mark("No"),
    mark("No to All"),
    mark("Save"),
    mark("Save All"),
    mark("Open"),
    mark("Close"),
    mark("Apply"),
    mark("Reset"),
    mark("Restore Defaults"),
    mark("Discard"),
    mark("Don't Save"),
    mark("Close without Saving"),
    mark("Abort"),
    mark("Retry"),
    mark("Ignore"),
    mark("Help"),
    mark("Undo"),
    mark("Redo"),
    mark("Cut"),
    mark("Copy"),
    mark("Paste"),
    mark("Delete"),
    mark("Select All"),
    mark("Next"),
    mark("Back"),
    mark("Finish"),
    mark("Print"),
    mark("Show Details..."),
    mark("Hide Details..."),
    mark("Clear"),
    mark("More"),
    mark("Step up"),
    mark("Step down"),
)
"""Without mnemonics: Qt's sources write ``&Save``, and an ``&`` is dropped before looking up."""

_BY_LOWER = {text.lower(): text for text in QT_TEXTS}


def qt_text(source: str, say: Say) -> str:
    """Return Qt's text in the language of ``say``, or an empty text if it is not in the list."""
    plain = source.replace("&", "").replace("< ", "").replace(" >", "")
    known = _BY_LOWER.get(plain.lower())
    return say(known) if known else ""

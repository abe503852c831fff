"""What a user can see, in sentences."""

from __future__ import annotations

from app.lang.permission_words import AREAS, deed_word
from app.lang.texts import say_in
from app.services.sights import Preview
from app.ui.kit.texts import _, language


def preview_text(found: Preview) -> str:
    """Return what a user can see and do, an area on each line, and what stays hidden."""
    say = say_in(language())
    lines, hidden = [], []
    for sight in found.sights:
        area = say(AREAS[sight.area]) if sight.area in AREAS else sight.area
        if sight.may:
            deeds = ", ".join(deed_word(one, say) for one in sight.may)
            lines.append(_("{area}: {deeds}", area=area, deeds=deeds))
        else:
            hidden.append(area)
    if hidden:
        lines.append(_("Not at all: {areas}", areas=", ".join(hidden)))
    if not found.sees_private:
        lines.append(_("Pay, identity numbers, accounts and health of people stay sealed."))
    if found.has_own_file and not found.sees_private:
        lines.append(_("Only what is private of the own person can be read."))
    return "\n".join(lines)

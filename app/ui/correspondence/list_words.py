"""Words on mailing lists: who a rule puts on them."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.contacts.contact import Role
from app.domain.contacts.countries import NAMES
from app.domain.contacts.mailing import MailingForm
from app.lang.texts import mark
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.texts import _, many

ROLES = {
    Role.CUSTOMER: mark("Customer"),
    Role.SUPPLIER: mark("Supplier"),
    Role.EMPLOYEE: mark("Employee"),
    Role.AUTHORITY: mark("Authority"),
}


def rule_text(form: MailingForm) -> str:
    """Return in a line who is on a list."""
    return " · ".join(_parts(form))


def _parts(form: MailingForm) -> Iterator[str]:
    wanted = form.wanted
    if wanted is not None:
        roles = ", ".join(_(text) for role, text in ROLES.items() if role in wanted.roles)
        told = (
            f"“{wanted.words}”" if wanted.words else "",
            roles,
            wanted.town,
            NAMES.get(wanted.country, wanted.country),
            _(LANGUAGES[wanted.language]) if wanted.language in LANGUAGES else wanted.language,
        )
        found = [part for part in told if part]
        yield from found or [_("Everybody in use")]
    if form.added:
        count = len(form.added)
        yield many("{n} added by hand", "{n} added by hand", count)
    if form.left_out:
        count = len(form.left_out)
        yield many("{n} left out", "{n} left out", count)

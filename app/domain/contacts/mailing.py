"""Mailing lists: contacts that are written to together, by a rule, by hand, or both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.contacts.contact import Role
from app.domain.shared.ids import ContactId, MailingListId
from app.domain.shared.languages import check_language
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule

WITHOUT_NAME = Rule("mailing.without-name")
NAME_TAKEN = Rule("mailing.name-taken", "name")
NOBODY = Rule("mailing.nobody")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a rule puts on a list: contacts in use that answer every part that is not empty.

    ``words`` are found as in the list of contacts, one of ``roles`` is enough, town and country
    are those of the first address, ``language`` is that of the contact's papers.
    """

    words: str = ""
    roles: frozenset[Role] = frozenset()
    town: str = ""
    country: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class MailingForm:
    """The editable part of a mailing list.

    Without a rule only those ``added`` by hand are on it; ``left_out`` are not, whatever the rule
    says. Who joins or leaves by the rule does so by itself.
    """

    name: str
    wanted: Wanted | None = None
    added: tuple[ContactId, ...] = ()
    left_out: tuple[ContactId, ...] = ()

    def tidied(self) -> MailingForm:
        """Return the form as it is kept."""
        wanted = self.wanted and replace(
            self.wanted,
            words=one_line(self.wanted.words),
            town=one_line(self.wanted.town),
            country=one_line(self.wanted.country).upper(),
        )
        left_out = tuple(dict.fromkeys(self.left_out))
        added = tuple(one for one in dict.fromkeys(self.added) if one not in left_out)
        return MailingForm(one_line(self.name), wanted, added, left_out)


@dataclass(frozen=True, slots=True)
class MailingList:
    """A mailing list under its name."""

    id: MailingListId
    version: int
    form: MailingForm
    is_archived: bool = False


def check(form: MailingForm, others: frozenset[str]) -> tuple[Problem, ...]:
    """Return every problem of a list beside those of these names, written in small letters."""
    problems: list[Problem] = []
    if not form.name:
        problems.append(WITHOUT_NAME.at("name"))
    elif form.name.casefold() in others:
        problems.append(NAME_TAKEN.at("name", name=form.name))
    if form.wanted is None and not form.added:
        problems.append(NOBODY.at("added"))
    if form.wanted is not None:
        problems.extend(check_language(form.wanted.language, "wanted.language"))
    return tuple(problems)

"""What is guarded by its name is there; what takes away or takes back is guarded or told why."""

from __future__ import annotations

import pytest

from app.domain.admin.users import SecondPair
from app.services import door
from app.services.guarded import GUARDED

DEEDS = ("erase", "remove", "forget", "trash", "put_away", "reverse", "void", "write_off")
"""How commands are called that take away or take back something that counted."""

LEFT = {
    "applicants.forget_due": "the law asks for it, by a day that nobody chooses",
    "expenses.remove": "a draft that was never handed in",
    "exchange_rates.remove": "a rate that is put again from the same source",
    "filing_rules.remove_rule": "a wish of the archive, not a record",
    "folders.remove": "an empty folder",
    "follow_ups.remove": "a reminder of one's own",
    "hours.remove": "hours that nobody approved yet",
    "kinds.remove_tag": "a word on documents",
    "layouts.put_away": "how papers look",
    "mail_accounts.put_away": "a mailbox that is taken back",
    "mailing_lists.put_away": "a list that is taken back",
    "receiving.remove_folder": "a folder that is watched",
    "remembering.forget": "a computer that no longer opens by itself",
    "serials.remove_binder": "an empty binder",
    "snippets.put_away": "a text that is taken back",
    "templates.put_away": "a text that is taken back",
}
"""What is never asked for, and why."""

BY_EFFECT = {
    "accounts.remove",
    "billables.remove",
    "contacts.put_away",
    "documents.trash",
    "letters_out.void",
    "notes.remove",
    "payments.reverse",
    "products.put_away",
    "withholding.void",
}
"""What effects.py sees; each is tried in test_effects.py."""


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_a_guarded_function_is_there(name: str) -> None:
    what, kind = GUARDED[name]
    found = [one for one in door.doorways() if one.name == name]

    assert found
    assert SecondPair(what)
    assert kind


def test_every_command_that_takes_away_or_back_is_guarded_or_told_why_not() -> None:
    wanted = {
        way.name
        for way in door.doorways()
        if way.mark.is_command and way.name.rpartition(".")[2].startswith(DEEDS)
    }

    assert wanted - set(GUARDED) - BY_EFFECT == set(LEFT)


def test_every_way_to_make_users_and_roles_is_guarded() -> None:
    own = {"users.change_password"}
    found = {
        way.name
        for way in door.doorways()
        if way.mark.is_command and way.name.startswith(("users.", "roles."))
    }

    assert found - own == {name for name, (what, _kind) in GUARDED.items() if what == "roles"}

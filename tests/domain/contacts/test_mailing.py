from __future__ import annotations

from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import ContactId


def test_who_is_left_out_is_not_added_and_nobody_stands_twice() -> None:
    one, other = ContactId(1), ContactId(2)

    tidy = MailingForm(" a  b ", Wanted(country="fi "), (one, other, one), (other, other)).tidied()

    assert tidy == MailingForm("a b", Wanted(country="FI"), (one,), (other,))


def test_a_list_is_read_back_as_it_was_kept() -> None:
    form = MailingForm("a", Wanted("x", frozenset(), "Tampere", "FI", "fi"), (ContactId(1),))

    assert parsed(MailingForm, plain(form)) == form
    assert parsed(MailingForm, plain(MailingForm("b"))) == MailingForm("b")

"""Envelopes, labels and the calibration page, for the receivers that somebody chose."""

from __future__ import annotations

import pytest

from app.domain.archive.serials import Feed
from app.domain.contacts.address import Address
from app.domain.correspondence.letter import Addressee, Channel
from app.domain.shared.ids import LetterId
from app.domain.shared.refusals import NotFound
from app.services import letters_out, postal
from app.services.office import Office
from tests.documents.reading import page_texts
from tests.domain.correspondence.letters import a_letter_form

KAFFE = Addressee("Kahvila Käki Oy", "", Address("Hämeenkatu 5", "", "33200", "Tampere", "", "FI"))
WIEN = Addressee("Café Mozart", "Frau Weiß", Address("Ring 1", "", "1010", "Wien", "", "AT"))


def test_each_receiver_has_an_envelope(office: Office) -> None:
    content = office.ask(postal.envelopes, (KAFFE, WIEN), "c5", Feed(), Channel.REGISTERED)

    first, second = page_texts(content)
    assert "33200 TAMPERE" in first
    assert "AUSTRIA" in second
    assert "Kirjattu kirje" in second


def test_letters_have_envelopes_and_labels_and_are_told_how_they_go(office: Office) -> None:
    form = a_letter_form(addressee=WIEN, channel=Channel.REGISTERED)
    letter = office.do(letters_out.draft, form).result

    (envelope,) = page_texts(office.ask(postal.letter_envelopes, (letter.id,)))
    (label,) = page_texts(office.ask(postal.letter_labels, (letter.id,), Feed("l7163")))

    assert "Kirjattu kirje" in envelope
    assert "AUSTRIA" in label
    assert min(one.height for one in office.ask(postal.label_kinds)) >= postal.LOWEST
    with pytest.raises(NotFound):
        office.ask(postal.letter_labels, (LetterId(9),), Feed("l7163"))


def test_each_receiver_has_a_label(office: Office) -> None:
    (page,) = page_texts(office.ask(postal.labels, (KAFFE, WIEN), Feed("l7163")))

    assert "Kahvila Käki Oy" in page
    assert "AUSTRIA" in page


def test_the_calibration_page_knows_what_was_entered(office: Office) -> None:
    (page,) = page_texts(office.ask(postal.calibration_page, Feed(right=1.5), "en"))

    assert "right 1.5 mm" in page


@pytest.mark.parametrize("receiver", [Addressee("Nobody"), Addressee(address=KAFFE.address)])
def test_who_has_no_address_gets_no_envelope(office: Office, receiver: Addressee) -> None:
    with pytest.raises(postal.WithoutAddress):
        office.ask(postal.envelopes, (receiver,))
    with pytest.raises(postal.WithoutAddress):
        office.ask(postal.labels, (receiver,))


def test_nobody_is_not_a_receiver(office: Office) -> None:
    with pytest.raises(postal.TooManyReceivers):
        office.ask(postal.envelopes, ())


def test_sizes_that_nobody_knows_are_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(postal.envelopes, (KAFFE,), "b4")
    with pytest.raises(NotFound):
        office.ask(postal.labels, (KAFFE,), Feed("none"))


def test_the_usual_envelope_is_offered_first(office: Office) -> None:
    assert [one.code for one in office.ask(postal.envelope_kinds)] == ["dl", "c65", "c5", "10"]

"""Scripts register, answer, issue, send and find letters by JSON alone."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from app.domain.shared.codec import NotFitting
from app.domain.shared.refusals import Invalid
from app.services import door
from app.services.office import Office
from app.storage.database import Database
from tests.services.letters import an_office
from tests.trade import AAMU

RECEIVED = {
    "received_on": "2026-03-06",
    "sender_id": AAMU.id,
    "subject": "Reklamaatio",
    "reply_days": 14,
    "responsible": "Anna",
}
BODY = {
    "blocks": [
        {"inlines": [{"text": "Hyvä Maija,"}]},
        {"items": [{"inlines": [{"text": "uusi kaiutin", "marks": {"is_bold": True}}]}]},
        {"inlines": [{"text": "Terveisin"}], "align": "right"},
    ]
}


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def do(office: Office, name: str, **data: Any) -> Any:
    return door.do(office, name, data)


def ask(office: Office, name: str, **data: Any) -> Any:
    return door.ask(office, name, data)


def test_a_script_answers_a_letter_from_its_receipt_to_its_proof(office: Office) -> None:
    asked = do(office, "letters_in.enter", form=RECEIVED)
    reply = do(office, "letters_out.answer", incoming_id=asked["id"])
    form = ask(office, "letters_out.content", letter_id=reply["id"]) | {"body": BODY}
    do(
        office,
        "letters_out.save",
        letter_id=reply["id"],
        version=reply["version"],
        form=form,
    )
    ours = do(office, "letters_out.issue", letter_id=reply["id"])
    postage = {"amount": "8.45", "currency": "EUR"}
    sent = do(
        office, "dispatching.send", letter_id=ours["id"], channel="registered", postage=postage
    )

    assert (asked["number"], asked["reply_by"]) == ("IN-2026-0001", "2026-03-20")
    assert (ours["number"], ours["thread_id"]) == ("OUT-2026-0001", asked["thread_id"])
    assert ask(office, "letters_in.get", letter_id=asked["id"])["state"] == "answered"
    assert base64.b64decode(ask(office, "letters_out.pdf", letter_id=ours["id"]))[:4] == b"%PDF"
    assert base64.b64decode(ask(office, "dispatching.proof", letter_id=ours["id"]))[:4] == b"%PDF"
    assert (len(sent["sha256"]), sent["postage"]) == (64, postage)
    seen = ask(office, "threads.get", thread_id=ours["thread_id"])
    assert [one["number"] for one in seen["letters"]] == ["IN-2026-0001", "OUT-2026-0001"]
    rows = ask(office, "letters_out.first", view={"words": "kaiutin"}, size=5)
    assert [row["number"] for row in rows] == ["OUT-2026-0001"]
    due = ask(office, "letters_in.due", received_on="2026-03-06", days=15)
    assert (due["counted"], due["on"]) == ("2026-03-21", "2026-03-23")
    assert "150/1930" in due["law"]


@pytest.mark.parametrize(
    "body",
    [
        {"blocks": [{"inlines": "x"}]},
        {"blocks": [{"inlines": [{"text": 5}]}]},
        {"blocks": [{"unknown": 1}]},
        {"blocks": [{"when": {"field": "today"}, "blocks": [{"when": {}, "blocks": []}]}]},
        {"blocks": [{"sha256": "a" * 64, "width_mm": "wide"}]},
    ],
)
def test_a_body_that_is_none_is_refused(office: Office, body: dict[str, Any]) -> None:
    form = {"subject": "Asia", "addressee_id": AAMU.id, "body": body}

    with pytest.raises(NotFitting):
        do(office, "letters_out.draft", form=form)


@pytest.mark.parametrize("days", [-1, 3651, 2**62])
def test_days_without_sense_are_refused(office: Office, days: int) -> None:
    with pytest.raises(Invalid):
        do(office, "letters_in.enter", form=RECEIVED | {"reply_days": days})

"""Signatories through the services."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from app.domain.shared.refusals import Conflict, Invalid
from app.services import signatories
from app.services.admin import NoPicture
from app.services.office import Office


def a_signature() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (40, 12), "navy").save(kept, "PNG")
    return kept.getvalue()


def test_somebody_signs_with_a_picture_and_is_put_away(office: Office) -> None:
    anna = office.do(signatories.add, " Anna Virta ", "Toimitusjohtaja").result
    signed = office.do(signatories.change_picture, anna.id, a_signature()).result

    gone = office.do(signatories.change, replace(signed, picture="", is_archived=True)).result

    assert anna.name == "Anna Virta"
    assert office.ask(signatories.picture, anna.id) == a_signature()
    assert (gone.picture, gone.is_archived) == (signed.picture, True)
    assert office.ask(signatories.all_signatories) == (gone,)
    with pytest.raises(Conflict):
        office.do(signatories.change, anna)
    bare = office.do(signatories.change_picture, anna.id, b"").result
    assert bare.picture == ""
    assert office.ask(signatories.picture, anna.id) == b""


def test_a_signature_is_a_picture_and_a_signatory_has_a_name(office: Office) -> None:
    anna = office.do(signatories.add, "Anna").result

    with pytest.raises(NoPicture):
        office.do(signatories.change_picture, anna.id, b"GIF89a")
    with pytest.raises(Invalid):
        office.do(signatories.add, "  ")

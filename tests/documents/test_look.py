from __future__ import annotations

from app.documents.look import USUAL, Look
from app.domain.invoices.designs import Design, LogoPlace


def test_a_document_is_drawn_quietly_unless_somebody_chose_otherwise() -> None:
    assert Look() == USUAL
    assert (USUAL.design, USUAL.accent, USUAL.logo_place) == (
        Design.CLASSIC,
        "",
        LogoPlace.LEFT,
    )

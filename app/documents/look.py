"""The look of a document: its design and colour, and where its logo stands."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.invoices.designs import USUAL_LOGO_MM, Design, LogoPlace


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is drawn, whatever it says; an empty ``accent`` is the house's own colour."""

    design: Design = Design.CLASSIC
    accent: str = ""
    logo_place: LogoPlace = LogoPlace.LEFT
    logo_mm: int = USUAL_LOGO_MM


USUAL = Look()

"""Types of letters and signatories, as catalogues."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Row

from app.domain.correspondence.letter import LetterType, Signatory
from app.storage.catalogues import Shape
from app.storage.letter_tables import letter_type, signatory


def _row(one: LetterType | Signatory) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _type_of(row: Row[Any]) -> LetterType:
    return LetterType(*tuple(row))


def _signatory_of(row: Row[Any]) -> Signatory:
    return Signatory(*tuple(row))


LETTER_TYPES = Shape("letter_type", letter_type, _row, _type_of)
SIGNATORIES = Shape("signatory", signatory, _row, _signatory_of)

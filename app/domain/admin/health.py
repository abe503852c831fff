"""The health of an office: what a check found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be; ``code`` names its sentence, ``facts`` fill it.

    ``subject`` says where: a file, a table, a series, a document.
    """

    code: str
    subject: str
    facts: Mapping[str, str] = field(default_factory=dict)

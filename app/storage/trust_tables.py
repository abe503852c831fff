"""The tables of trust beside the users: slots of a server's office, keys of contacts, checks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Named, Table, Text, TypedColumns

from app.storage.types import Id, Instant, Json, Whole, metadata


class _OfficeKeys(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    body: Named[str] = Column(Text, nullable=False)


class _ContactSeal(TypedColumns):
    contact_id: Named[int] = Column(Id, primary_key=True)
    secret: Named[str] = Column(Text, nullable=False)


class _HealthCheck(TypedColumns):
    kind: Named[str] = Column(Text, primary_key=True)
    at: Named[datetime] = Column(Instant, nullable=False)
    position: Named[int] = Column(Id, nullable=False)
    findings: Named[Any] = Column(Json, nullable=False)


office_keys = Table("office_keys", metadata, _OfficeKeys)
contact_seal = Table("contact_seal", metadata, _ContactSeal)
health_check = Table("health_check", metadata, _HealthCheck)

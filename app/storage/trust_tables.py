"""The tables of trust beside the users: slots of a server's office, keys of contacts, checks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Index, Named, Table, Text, TypedColumns

from app.domain.admin.erased import ErasureState
from app.storage.types import Day, EnumText, Id, Instant, Json, Whole, metadata


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


class _Erasure(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    kind: Named[str] = Column(Text, nullable=False)
    record_id: Named[int] = Column(Id, nullable=False)
    state: Named[ErasureState] = Column(EnumText(ErasureState), nullable=False)
    erased_on: Named[date] = Column(Day, nullable=False)
    erased_by: Named[str] = Column(Text, nullable=False)
    kept_until: Named[date | None] = Column(Day)
    goes: Named[Any] = Column(Json, nullable=False)
    stays: Named[Any] = Column(Json, nullable=False)
    ended_on: Named[date | None] = Column(Day)
    ended_by: Named[str] = Column(Text, nullable=False)
    files: Named[Any] = Column(Json, nullable=False)


office_keys = Table("office_keys", metadata, _OfficeKeys)
contact_seal = Table("contact_seal", metadata, _ContactSeal)
health_check = Table("health_check", metadata, _HealthCheck)
erasure = Table("erasure", metadata, _Erasure)
Index("ix_erasure_record", erasure.c.kind, erasure.c.record_id, unique=True)
Index("ix_erasure_state", erasure.c.state)

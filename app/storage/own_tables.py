"""The table of what people asked to have changed of their own data; what was asked is sealed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.employees.own_changes import ChangeState
from app.storage.types import EnumText, Id, Instant, Whole, metadata


class _OwnChange(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    state: Named[ChangeState] = Column(EnumText(ChangeState), nullable=False)
    asked_at: Named[datetime] = Column(Instant, nullable=False)
    sealed: Named[str] = Column(Text, nullable=False)
    decided_by: Named[str] = Column(Text, nullable=False)
    decided_at: Named[datetime | None] = Column(Instant)


own_change = Table("own_change", metadata, _OwnChange)

Index("ix_own_change_employee_id", own_change.c.employee_id)
Index("ix_own_change_state", own_change.c.state, own_change.c.asked_at)

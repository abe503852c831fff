"""The table of applicants; who they are is sealed with a key of each one's own."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.employees.applicants import Stage
from app.storage.types import Day, EnumText, Id, Whole, metadata


class _Applicant(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    position: Named[str] = Column(Text, nullable=False)
    stage: Named[Stage] = Column(EnumText(Stage), nullable=False)
    applied_on: Named[date] = Column(Day, nullable=False)
    delete_on: Named[date] = Column(Day, nullable=False)
    sealed: Named[str] = Column(Text, nullable=False)
    employee_id: Named[int | None] = Column(Id, ForeignKey("employee.id"))


applicant = Table("applicant", metadata, _Applicant)

Index("ix_applicant_stage", applicant.c.stage, applicant.c.applied_on)

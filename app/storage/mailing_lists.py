"""The table of mailing lists."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Named, Row, Table, TypedColumns

from app.domain.contacts.mailing import MailingForm, MailingList
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import MailingListId
from app.storage.catalogues import Shape
from app.storage.types import Flag, Id, Json, Whole, metadata


class _List(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    form: Named[Any] = Column(Json, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


mailing_list = Table("mailing_list", metadata, _List)


def _row(one: MailingList) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "form": plain(one.form),
        "is_archived": one.is_archived,
    }


def _list_of(row: Row[Any]) -> MailingList:
    form = parsed(MailingForm, row.form)
    return MailingList(MailingListId(row.id), row.version, form, row.is_archived)


MAILING_LISTS = Shape("mailing_list", mailing_list, _row, _list_of)

"""Types, tags and fields come back as they were kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.kinds import CustomField, DocumentType, FieldKind, Stage, Tag
from app.domain.shared.ids import DocumentTypeId, FieldId, TagId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.storage.test_documents import kept

CONTRACT = DocumentType(
    DocumentTypeId(new_id()),
    1,
    "contract",
    {"en": "Contract"},
    "contract",
    stages=(Stage("draft", {"en": "Draft"}, ("signed",), 14), Stage("signed", {})),
    fields=("site",),
)
SITE = CustomField(FieldId(new_id()), 1, "site", {"en": "Site"}, FieldKind.CHOICE, ("a", "b"))
CARS = Tag(TagId(new_id()), 1, "cars", colour="#cc0000")


def test_types_tags_and_fields_come_back(database: Database) -> None:
    leases = Tag(TagId(new_id()), 1, "leases", CARS.id)
    with database.write() as unit:
        for one in (CONTRACT, SITE, CARS, leases):
            unit.kinds.add(one)

        assert unit.kinds.types() == {CONTRACT.id: CONTRACT}
        assert unit.kinds.type_coded("contract") == CONTRACT
        assert unit.kinds.type_coded("bill") is None
        assert unit.kinds.fields() == {"site": SITE}
        assert unit.kinds.tags() == {CARS.id: CARS, leases.id: leases}
        assert [change.record.split(":")[0] for change in unit.changes.noted] == [
            "document_type",
            "custom_field",
            "tag",
            "tag",
        ]


def test_a_change_from_an_old_reading_is_refused(database: Database) -> None:
    renamed = replace(CARS, version=2, name="vehicles")
    with database.write() as unit:
        unit.kinds.add(CARS)
        unit.kinds.save(CARS, renamed)

        assert unit.kinds.tags() == {CARS.id: renamed}
        with pytest.raises(Conflict):
            unit.kinds.save(CARS, renamed)


def test_a_removed_tag_is_on_no_document(database: Database) -> None:
    with database.write() as unit:
        unit.kinds.add(CARS)
        unit.kinds.add(CONTRACT)
    one = kept(database, tags=(CARS.id,), type_id=CONTRACT.id)

    with database.write() as unit:
        assert unit.kinds.used() == {CARS.id: 1}
        assert unit.kinds.counted() == {CONTRACT.id: 1}
        assert unit.kinds.remove_tag(CARS) == 1
        assert unit.kinds.tags() == {}
        assert unit.documents.get(one.id).tags == ()
        with pytest.raises(NotFound):
            unit.kinds.remove_tag(CARS)

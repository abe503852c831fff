"""Types, tags and fields are named, coded and nested as they must be."""

from __future__ import annotations

from app.domain.archive.kinds import (
    CustomField,
    DocumentType,
    Stage,
    Tag,
    ancestors,
    check_field,
    check_tag,
    check_type,
    path_of,
    within,
)
from app.domain.shared.ids import DocumentTypeId, FieldId, TagId

CONTRACT = DocumentType(
    DocumentTypeId(1),
    1,
    "contract",
    {"en": "Contract", "fi": "Sopimus"},
    stages=(Stage("draft", {"en": "Draft"}, ("signed",)), Stage("signed", {"en": "Signed"})),
)


def a_chain(length: int) -> dict[TagId, Tag]:
    """Return tags each under the one before it."""
    tags = (Tag(TagId(n), 1, str(n), TagId(n - 1) if n > 1 else None) for n in range(1, length + 1))
    return {tag.id: tag for tag in tags}


def codes(problems: tuple[object, ...]) -> list[str]:
    return [getattr(problem, "code", "") for problem in problems]


def test_a_type_has_a_name_a_code_and_steps_that_exist() -> None:
    nameless = DocumentType(DocumentTypeId(1), 1, "Bad Code", {}, stages=(Stage("a", {}, ("b",)),))

    assert check_type(CONTRACT) == ()
    assert codes(check_type(nameless)) == [
        "kinds.without-name",
        "kinds.bad-code",
        "kinds.unknown-stage",
    ]
    assert (CONTRACT.name_in("fi"), CONTRACT.name_in("th")) == ("Sopimus", "Contract")
    assert CONTRACT.stage("signed") == CONTRACT.stages[1]
    assert CONTRACT.stage("expired") is None


def test_a_field_has_a_name_and_a_code() -> None:
    assert check_field(CustomField(FieldId(1), 1, "site-3", {"en": "Site"})) == ()
    assert codes(check_field(CustomField(FieldId(1), 1, "3", {"en": " "}))) == [
        "kinds.without-name",
        "kinds.bad-code",
    ]


def test_tags_are_five_deep_and_no_deeper() -> None:
    tags = a_chain(5)

    assert check_tag(tags[TagId(5)], tags) == ()
    sixth = Tag(TagId(6), 1, "6", TagId(5))
    assert codes(check_tag(sixth, tags)) == ["kinds.too-deep"]


def test_a_tag_is_moved_with_all_that_is_under_it() -> None:
    tags = {**a_chain(4), TagId(9): Tag(TagId(9), 1, "9"), TagId(8): Tag(TagId(8), 1, "8")}
    deep = Tag(TagId(1), 1, "1", TagId(9))
    top = {**tags, TagId(9): Tag(TagId(9), 1, "9", TagId(8))}

    assert check_tag(deep, {**tags, deep.id: deep}) == ()
    assert codes(check_tag(deep, {**top, deep.id: deep})) == ["kinds.too-deep"]


def test_a_tag_never_stands_under_itself() -> None:
    tags = a_chain(3)
    turned = Tag(TagId(1), 1, "1", TagId(3))

    assert codes(check_tag(turned, {**tags, turned.id: turned})) == ["kinds.in-a-circle"]


def test_a_tag_is_told_with_those_above_it_and_covers_those_below() -> None:
    tags = a_chain(3)

    assert path_of(tags[TagId(3)], tags) == "1 / 2 / 3"
    assert [tag.id for tag in ancestors(tags[TagId(3)], tags)] == [2, 1]
    assert within(TagId(2), tags) == {2, 3}

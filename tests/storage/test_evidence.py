"""Evidence: lessons are counted, taken back to the letter, and walled off where personal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.domain.archive.document import Document
from app.domain.archive.features import Features
from app.domain.archive.readers import Readers
from app.domain.archive.suggesting import TAG, TYPE, Counts, Lesson, Target
from app.domain.shared.ids import DocumentTypeId
from app.storage.database import Database
from app.storage.evidence import MOST_ROWS, REMEMBERED, filing_evidence, filing_lesson
from app.storage.unit import Unit
from tests.chances import few
from tests.storage.test_documents import kept

BILL, POWER = Target(TYPE, "1"), Target(TAG, "2")
FOUND = Features(("w:kwh", "w:invoice", "s:5"))


def a_lesson(document: Document, *features: str, **parts: object) -> Lesson:
    plain = Lesson(document.id, Readers.EVERYONE, "c5", features or FOUND.all, (BILL, POWER))
    return replace(plain, **parts)  # type: ignore[arg-type]  # parts of a lesson, by name


def counts(
    unit: Unit, readers: Collection[Readers] = tuple(Readers), *, is_rare: bool = False
) -> Counts:
    return unit.evidence.counts(FOUND, (TYPE, TAG), readers=readers, is_rare=is_rare)


def rows(unit: Unit) -> int:
    return unit.connection.scalar(select(func.count()).select_from(filing_evidence)) or 0


def test_a_lesson_counts_features_answers_and_both_together(database: Database) -> None:
    one, other = kept(database), kept(database)
    with database.write() as unit:
        unit.evidence.learn(a_lesson(one))
        unit.evidence.learn(a_lesson(other, "w:kwh", targets=(BILL,)))

        found = counts(unit)

        assert found.total == unit.evidence.total(tuple(Readers)) == 2
        assert found.features == {"w:kwh": 2, "w:invoice": 1, "s:5": 1}
        assert found.targets == {BILL: 2, POWER: 1}
        assert found.together[BILL] == {"w:kwh": 2, "w:invoice": 1, "s:5": 1}
        assert found.together[POWER] == {"w:kwh": 1, "w:invoice": 1, "s:5": 1}
        assert unit.evidence.lesson(one.id) == a_lesson(one)


def test_a_lesson_learned_anew_replaces_the_one_before(database: Database) -> None:
    one = kept(database)
    with database.write() as unit:
        unit.evidence.learn(a_lesson(one))
        unit.evidence.learn(a_lesson(one, "w:water", targets=(POWER,)))
        unit.evidence.learn(a_lesson(one, "w:water", targets=(POWER,)))

        assert counts(unit).features == {}
        assert unit.evidence.total(tuple(Readers)) == 1


def test_what_is_forgotten_leaves_nothing(database: Database) -> None:
    one = kept(database)
    with database.write() as unit:
        unit.evidence.learn(a_lesson(one))
        unit.evidence.forget(one.id)
        unit.evidence.forget(one.id)

        assert rows(unit) == 0
        assert unit.evidence.lesson(one.id) is None


def test_personal_lessons_are_counted_only_for_those_who_may_see_them(database: Database) -> None:
    one, other = kept(database), kept(database)
    with database.write() as unit:
        unit.evidence.learn(a_lesson(one, readers=Readers.PERSONNEL))
        unit.evidence.learn(a_lesson(other, "w:kwh"))

        open_to_all = counts(unit, [Readers.EVERYONE])

        assert (open_to_all.total, open_to_all.features) == (1, {"w:kwh": 1})
        assert open_to_all.together[BILL] == {"w:kwh": 1}
        assert counts(unit).features["w:kwh"] == 2


def test_only_the_newest_lessons_of_a_drawer_are_remembered(database: Database) -> None:
    some = [kept(database) for _ in range(REMEMBERED + 3)]
    with database.write() as unit:
        for one in some:
            unit.evidence.learn(a_lesson(one))
        unit.evidence.learn(a_lesson(kept_again := some[-1], drawer="c6"))

        known = set(unit.connection.scalars(select(filing_lesson.c.document_id)))

        assert len(known) == REMEMBERED
        assert {one.id for one in some[:3]}.isdisjoint(known)
        assert kept_again.id in known
        assert counts(unit).total == REMEMBERED


def test_where_answers_are_many_only_the_rarest_features_are_asked_for(database: Database) -> None:
    one = kept(database)
    with database.write() as unit:
        unit.evidence.learn(a_lesson(one))
        many = {"feature": "w:kwh", "family": "*", "target": "", "readers": Readers.EVERYONE}
        common = filing_evidence.c
        raised = filing_evidence.update().where(common.feature == "w:kwh", common.family == "*")
        unit.connection.execute(raised.values(**many, count=MOST_ROWS + 1))

        assert set(counts(unit, is_rare=True).features) == {"w:invoice", "s:5"}
        assert set(counts(unit).features) == set(FOUND.all)


def test_the_documents_of_a_type_that_taught_something_are_known(database: Database) -> None:
    one = kept(database)
    with database.write() as unit:
        unit.evidence.learn(a_lesson(one))

        assert unit.evidence.taught_by(DocumentTypeId(1)) == ()


FEATURES = st.lists(st.sampled_from(["w:a", "w:b", "m:c", "s:1"]), max_size=4).map(tuple)
TARGETS = st.lists(st.sampled_from([BILL, POWER, Target(TYPE, "9")]), max_size=3).map(tuple)


@settings(
    max_examples=few(15), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.tuples(FEATURES, TARGETS, st.sampled_from(Readers)), max_size=6))
def test_learning_and_forgetting_in_any_order_ends_with_nothing(
    database: Database, taught: list[tuple[tuple[str, ...], tuple[Target, ...], Readers]]
) -> None:
    one = kept(database)
    with database.write() as unit:
        for features, targets, readers in taught:
            unit.evidence.learn(Lesson(one.id, readers, "c1", features, targets))
        unit.evidence.forget(one.id)

        assert rows(unit) == 0

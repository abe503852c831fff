"""What was filed says of a new document: right where it is sure, silent where it cannot know."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from app.domain.archive.clues.finding import Home, clues_in
from app.domain.archive.document import DocumentState
from app.domain.archive.features import (
    WORD,
    Features,
    Looks,
    features_of,
    sender_feature,
)
from app.domain.archive.readers import Readers
from app.domain.archive.suggesting import (
    BINDER,
    CORRESPONDENT,
    SURE,
    TAG,
    TYPE,
    Counts,
    Lesson,
    Likely,
    Target,
    lesson_of,
    likely,
)
from app.domain.shared.ids import ContactId, DocumentTypeId, TagId
from tests.domain.archive.mail import Paper, papers, senders
from tests.domain.archive.papers import a_document

FAMILIES = (TYPE, CORRESPONDENT, TAG, BINDER)


@dataclass
class Memory:
    """The counts of lessons, kept in plain dictionaries."""

    total: int = 0
    features: Counter[str] = field(default_factory=Counter)
    targets: Counter[Target] = field(default_factory=Counter)
    together: dict[str, Counter[Target]] = field(default_factory=lambda: defaultdict(Counter))

    def learn(self, found: Features, targets: tuple[Target, ...], own: str = "") -> None:
        features = (*found.all, own) if own else found.all
        self.total += 1
        self.features.update(features)
        self.targets.update(targets)
        for one in features:
            self.together[one].update(targets)

    def answers(self, found: Features, *families: str) -> tuple[Likely, ...]:
        together: dict[Target, dict[str, int]] = defaultdict(dict)
        for one in found.all:
            for target, count in self.together.get(one, {}).items():
                if target.family in families:
                    together[target][one] = count
        alone = {one: self.features[one] for one in found.all if one in self.features}
        return likely(found, Counts(self.total, alone, self.targets, together))

    def all_answers(self, found: Features) -> dict[str, Likely]:
        senders_found = self.answers(found, CORRESPONDENT)
        known = [one.target.value for one in senders_found if one.sureness >= SURE][:1]
        own = tuple(map(sender_feature, known))
        rest = self.answers(Features((*found.all, *own), found.shown), TYPE, TAG, BINDER)
        first: dict[str, Likely] = {}
        for one in (*senders_found, *rest):
            first.setdefault(one.target.family, one)
        return first


def seen(paper: Paper) -> Features:
    clues = clues_in((paper.text,), Home("FI", "EUR"))
    return features_of(Looks(paper.file_name, paper.file_name), (paper.text,), clues)


def truth(paper: Paper) -> tuple[Target, ...]:
    return (
        Target(TYPE, paper.kind),
        Target(CORRESPONDENT, str(paper.sender.number)),
        Target(TAG, paper.sender.trade.tag),
        Target(BINDER, paper.sender.trade.binder),
    )


def learned(memory: Memory, paper: Paper) -> None:
    memory.learn(seen(paper), truth(paper), sender_feature(paper.sender.number))


def test_nine_of_ten_answers_that_one_key_accepts_are_right_after_ten_papers_of_each() -> None:
    memory, known = Memory(), Counter[int]()
    sure, right, asked = Counter[str](), Counter[str](), 0

    for paper in papers(2000):
        found = seen(paper)
        if known[paper.sender.number] >= 10:
            asked += 1
            answers = memory.all_answers(found)
            for target in truth(paper):
                answer = answers.get(target.family)
                if answer and answer.sureness >= SURE:
                    sure[target.family] += 1
                    right[target.family] += answer.target == target
        known[paper.sender.number] += 1
        memory.learn(found, truth(paper), sender_feature(paper.sender.number))

    assert asked > 1000
    for family in FAMILIES:
        assert right[family] >= 0.9 * sure[family]
        assert sure[family] >= 0.9 * asked


def test_a_sender_who_never_wrote_before_is_not_taken_for_another() -> None:
    everybody, memory = senders(60), Memory()
    for paper in papers(600, among=everybody[:45]):
        learned(memory, paper)
    strangers = list(papers(150, seed=2, among=everybody[45:]))

    named = [memory.all_answers(seen(paper)).get(CORRESPONDENT) for paper in strangers]

    wrong = [one for one in named if one and one.sureness >= SURE]
    assert len(wrong) <= 0.05 * len(strangers)


def test_nothing_filed_means_nothing_suggested() -> None:
    assert Memory().answers(seen(next(papers(1))), *FAMILIES) == ()


def test_a_single_lesson_is_never_sure_of_a_type() -> None:
    memory = Memory()
    first, second = list(papers(40, among=senders()[:1]))[:2]
    learned(memory, first)

    answers = memory.answers(seen(second), TYPE, TAG, BINDER)

    assert all(one.sureness < SURE for one in answers)


def test_the_reasons_name_sender_and_words_as_they_stand_on_the_paper() -> None:
    memory = Memory()
    for paper in papers(60, among=senders()[:3]):
        learned(memory, paper)
    (coming,) = papers(1, seed=9, among=senders()[:1])
    found = seen(coming)

    answers = memory.all_answers(found)

    tag = {one.code: one.facts for one in answers[TAG].because}
    assert int(tag["sender"]["count"]) == memory.together[sender_feature(0)][answers[TAG].target]
    words = tag["words"]["words"].split(", ")
    assert 1 <= len(words) <= 3
    assert {word.strip("“”") for word in words} <= {found.shown[one] for one in found.of(WORD)}
    assert {one.code for one in answers[CORRESPONDENT].because} & {"mark", "name"}


def test_a_lesson_is_what_a_document_was_filed_as() -> None:
    document = a_document(
        state=DocumentState.FILED,
        type_id=DocumentTypeId(1),
        correspondent_id=ContactId(2),
        tags=(TagId(3), TagId(4)),
        binder="A1",
        fields={"site": "north", "note": "free"},
    )

    lesson = lesson_of(document, Features(("w:kwh",)), ["site"], readers=Readers.EVERYONE)

    assert lesson == Lesson(
        document.id,
        readers=Readers.EVERYONE,
        drawer="c2",
        features=("w:kwh", "s:2"),
        targets=(
            Target(TYPE, "1"),
            Target(CORRESPONDENT, "2"),
            Target(TAG, "3"),
            Target(TAG, "4"),
            Target(BINDER, "A1"),
            Target("field:site", "north"),
        ),
    )

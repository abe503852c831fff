"""The archive for benches is the same every time, in three languages, and can be searched."""

from __future__ import annotations

from pathlib import Path

from app.domain.archive.matching import Run
from app.storage.offices import open_office
from tests.speed.papers import make_archive, some_papers
from tests.speed.peers import make_peers, peers_in
from tests.speed.questions import OF_A_KIND, some_questions


def test_documents_are_the_same_every_time() -> None:
    first, again = (list(some_papers(20)) for _ in range(2))

    assert first == again
    assert len({one.document.id for one in first}) == 20
    assert any("ภาษี" in page for one in first for page in one.pages)


def test_an_archive_of_any_size_is_made_and_found(tmp_path: Path) -> None:
    make_archive(tmp_path / "A.backdesk", 30)

    database = open_office(tmp_path / "A.backdesk")
    with database.read() as unit:
        found = unit.document_index.newest(Run(("100007",)), 10)
    database.close()
    assert len(found) == 1


def test_questions_are_the_same_every_time_and_of_every_kind() -> None:
    first, again = (list(some_questions(30)) for _ in range(2))

    assert first == again
    assert len({one.kind for one in first}) == len(first) / OF_A_KIND == 8


def test_peers_answer_what_stands_in_the_texts(tmp_path: Path) -> None:
    make_peers(tmp_path, 300)
    said: list[str] = []
    wanted = next(one for one in some_questions(300) if one.kind == "a phrase")

    answers = [peer.ask(wanted) for peer in peers_in(tmp_path, said.append) if peer.most is None]

    assert len(answers) + len(said) >= 2
    assert all(answers)

from __future__ import annotations

import re

from tests.house.tree import files, text

ROW = re.compile(r"^\| (\d+\.\d\d) \| .+? \| (\w+) \| ?(.*?) ?\|$", re.MULTILINE)
SECTIONS = ("Summary", "Context", "Decision", "Consequences", "Alternatives")
LINES_OF_A_PAGE = 60


def test_every_feature_that_works_names_its_tests() -> None:
    rows = ROW.findall(text("docs/features.md"))

    ids = [identifier for identifier, _, _ in rows]
    assert len(ids) == len(set(ids)) > 200
    assert {state for _, state, _ in rows} <= {"done", "part", "missing"}
    assert [
        (identifier, tests)
        for identifier, state, tests in rows
        if (state == "missing") is bool(tests)
        or not all(f"tests/{test.strip('` ')}" in files() for test in tests.split(",") if test)
    ] == []


def test_every_decision_record_is_one_page_of_five_sections() -> None:
    records = [name for name in files() if name.startswith("docs/decisions/")]

    headings = {name: tuple(re.findall(r"^## (.+)$", text(name), re.MULTILINE)) for name in records}
    lengths = {name: text(name).count("\n") for name in records}

    assert {name: found for name, found in headings.items() if found != SECTIONS} == {}
    assert {name: lines for name, lines in lengths.items() if lines > LINES_OF_A_PAGE} == {}

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.house.tree import text

LOCK = text("requirements.lock")
PINS = {
    found[1]: Version(found[2])
    for found in re.finditer(r"^([a-z0-9-]+)==(\S+)", LOCK, flags=re.MULTILINE)
}


def wanted() -> list[Requirement]:
    """Return everything pyproject.toml asks for."""
    project: dict[str, Any] = tomllib.loads(text("pyproject.toml"))
    lists = [project["project"]["dependencies"], project["dependency-groups"]["dev"]]
    lists += project["project"]["optional-dependencies"].values()
    return [Requirement(line) for lines in lists for line in lines]


def test_the_lock_names_no_place_to_get_packages_from() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert "--find-links" not in LOCK
    assert not re.search(r"(^|\s)/", LOCK)


def test_every_package_in_the_lock_has_one_version_and_its_hashes() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())

    assert [entry for entry in entries if not re.match(r"[a-z0-9-]+==", entry)] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("requirement", wanted(), ids=lambda requirement: requirement.name)
def test_the_lock_holds_what_the_project_asks_for(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])

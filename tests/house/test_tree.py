from __future__ import annotations

import re

import pytest

from app import VERSION
from tests.house.tree import ROOT, files, text

TEXTS = (".py", ".md", ".toml", ".lock", ".spec", ".iss", ".plist", ".xml", ".desktop", ".sh")
MACHINE = re.compile(r"(?<![\w.~$}])/(?:work|opt|root)/\w|file:///(?:opt|work|root)\b")
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "deb" + "ian.org/debian")
FRAGMENT = re.compile(r"[a-z0-9-]+\.(added|changed|fixed|removed|security)\.md")


def own_texts() -> list[str]:
    """Return the files that people write."""
    return [name for name in files() if name.endswith(TEXTS) or name.startswith(".ci/")]


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    assert {
        name: found[0] for name in own_texts() if (found := MACHINE.search(text(name))) is not None
    } == {}


def test_no_file_names_the_host_of_a_package_index() -> None:
    assert [(name, host) for name in own_texts() for host in HOSTS if host in text(name)] == []


@pytest.mark.parametrize("line", ["/wo" + "rk/main", "file:///o" + "pt/wheels"])
def test_a_place_on_a_machine_is_recognised(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize("command", ["python dev.py run", "python dev.py test"])
def test_the_readme_names_the_two_commands(command: str) -> None:
    assert command in text("README.md")


def test_the_version_is_one() -> None:
    assert f'version = "{VERSION}"' in text("pyproject.toml")


def test_every_change_fragment_is_named_after_its_kind() -> None:
    fragments = [name.split("/")[1] for name in files() if name.startswith("changelog.d/")]

    assert [name for name in fragments if not FRAGMENT.fullmatch(name)] == []


def test_decision_records_are_numbered_without_gaps() -> None:
    numbers = [
        int(name.split("/")[2][:4]) for name in files() if name.startswith("docs/decisions/")
    ]

    assert numbers == list(range(1, len(numbers) + 1))


def test_no_translation_catalogue_is_kept_compiled() -> None:
    assert "*.mo" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_folder_with_the_packaging_is_kept() -> None:
    assert not {"build", "build/", "/build", "/build/"} & set(text(".gitignore").splitlines())

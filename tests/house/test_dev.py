from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.house.tree import ROOT, imports

ON_LINUX = sys.platform.startswith("linux")


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start dev.py without a display, as a person would."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not ON_LINUX, reason="other systems always have a display")
def test_run_without_a_display_names_the_demo_in_one_sentence() -> None:
    done = started("run")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "python dev.py demo" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("fly",)])
def test_an_unknown_verb_is_answered_by_the_known_ones(arguments: tuple[str, ...]) -> None:
    done = started(*arguments)

    assert done.returncode == 2
    assert all(f"\n  {verb} " in done.stderr for verb in dev.VERBS)


def test_it_needs_nothing_but_the_standard_library() -> None:
    modules = {module.split(".")[0] for module, _ in imports("dev.py")}

    assert modules <= sys.stdlib_module_names


def test_a_second_start_reads_neither_pip_nor_venv() -> None:
    asked = "import sys, dev; print([m for m in ('pip', 'venv', 'ensurepip') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_there_when_somebody_named_one(
    platform: str, environment: dict[str, str], *, expected: bool
) -> None:
    assert dev.has_display(platform, environment) is expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
    ],
)
def test_libraries_of_x11_are_asked_for_only_where_it_is_used(
    environment: dict[str, str], *, expected: bool
) -> None:
    libraries = dev.window_libraries(environment)

    assert ("libxcb-cursor.so.0" in libraries) is expected
    assert set(dev.OFFSCREEN_LIBRARIES) <= set(libraries)


@pytest.mark.skipif(not ON_LINUX, reason="libraries are looked for on Linux only")
def test_a_library_that_is_not_there_is_missed() -> None:
    assert dev.missing({"libbackdesk-nowhere.so.9": "nowhere", "libc.so.6": "libc6"}) == [
        "libbackdesk-nowhere.so.9"
    ]


def test_the_advice_holds_the_exact_line() -> None:
    sentence, line = dev.advice({"libbackdesk-nowhere.so.9": "libbackdesk-nowhere"}).split("\n")

    assert sentence.endswith("start again:")
    assert "libbackdesk-nowhere" in line


@pytest.mark.skipif(dev.ON_WINDOWS, reason="writes a shell script")
def test_the_launcher_runs_this_checkout_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout, elsewhere = tmp_path / "the checkout", tmp_path / "elsewhere"
    for place, word in ((checkout, "ours"), (elsewhere, "decoy")):
        (place / "app").mkdir(parents=True)
        (place / "app" / "__main__.py").write_text(
            f"import sys\nprint('{word}', sys.argv[1:])\n", encoding="utf-8"
        )
    monkeypatch.setattr(dev, "ROOT", checkout)
    monkeypatch.setattr(dev, "SCRIPTS", checkout)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))

    dev.write_launcher()
    done = subprocess.run(
        [str(checkout / "backdesk"), "check", "two words"],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "ours ['check', 'two words']"


def test_a_new_lock_is_installed_into_the_same_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dev.stamp().splitlines()
    changed = tmp_path / "requirements.lock"
    changed.write_bytes(dev.LOCK.read_bytes() + b"\n")
    monkeypatch.setattr(dev, "LOCK", changed)

    after = dev.stamp().splitlines()

    assert after[0] == before[0]
    assert after[1] != before[1]


def test_a_checkout_that_was_moved_gets_a_new_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dev.stamp().splitlines()
    monkeypatch.setattr(dev, "ROOT", tmp_path)

    after = dev.stamp().splitlines()

    assert after[0] != before[0]
    assert after[1] == before[1]

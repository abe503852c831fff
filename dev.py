#!/usr/bin/env python3
"""The developers' one entry: every verb does the set-up that it needs, then its work.

Standard library only, so that it runs before anything is installed. A second start adds only the
reading of one stamp file: libraries and packages are looked after once for each lock.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "backdesk-stamp"
OLDEST_PYTHON = (3, 11)
ON_WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if ON_WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if ON_WINDOWS else "python")
LAUNCH_ON_WINDOWS = '"%~dp0python.exe" -P -m app %*'
APT_PATIENCE = 120
"""So many seconds another apt, as new machines start by themselves, may take."""
WHEELS_ONLY = ("--only-binary", ":all:", "--no-binary", "docopt")

# What Qt loads and its wheel does not bring: library -> Debian's package.
OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Good to have: Thai line breaks in widgets, and printing.
WISHED_LIBRARIES = {"libthai.so.0": "libthai0", "libcups.so.2": "libcups2"}

USAGE = """usage: python dev.py VERB [arguments]

  run [OFFICE]       start Backdesk
  demo [--out DIR]   walk the main job without a display: office, PDFs and screenshots in DIR
  test [pytest's]    run the tests
  lint               style, types and import contracts
  bench [arguments]  measure speed and memory, each figure beside its limit
  faults [arguments] kills, power cuts, failing disks and bad files over every kind of work
  lock               write requirements.lock anew
  bundle             build the program that needs no Python, and prove that it runs

The first use sets everything up in .venv."""


class Stop(Exception):
    """Set-up cannot go on; the sentence says why and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument names; the rest is passed on."""
    if sys.version_info < OLDEST_PYTHON:
        wanted, here = (".".join(map(str, v[:2])) for v in (OLDEST_PYTHON, sys.version_info))
        print(f"Backdesk needs Python {wanted} or newer, and this is {here}.", file=sys.stderr)
        return 1
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        return verb(list(arguments[1:]))
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 1


def run(arguments: Sequence[str]) -> int:
    """Start the program in a window; without a display say so and name the demo."""
    if not has_display(sys.platform, os.environ):
        print(
            "There is no display here; `python dev.py demo` shows Backdesk without one.",
            file=sys.stderr,
        )
        return 2
    prepare(window_libraries(os.environ))
    return become([str(PYTHON), "-P", "-m", "app", *arguments], {"PYTHONPATH": str(ROOT)})


def demo(arguments: Sequence[str]) -> int:
    """Walk the main job without a display."""
    prepare(OFFSCREEN_LIBRARIES)
    return become(
        [str(PYTHON), "-P", "-m", "app", "demo", *arguments],
        {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )


def test(arguments: Sequence[str]) -> int:
    """Run the tests without a display.

    Compiled modules are kept, whatever the machine is set to: hundreds of programs are started,
    and each would compile the whole of itself.
    """
    prepare(OFFSCREEN_LIBRARIES)
    os.chdir(ROOT)
    return become(
        [str(PYTHON), "-m", "pytest", *arguments],
        {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""},
    )


def bench(arguments: Sequence[str]) -> int:
    """Measure speed and memory."""
    prepare(OFFSCREEN_LIBRARIES)
    os.chdir(ROOT)
    return become([str(PYTHON), "-m", "tests.speed", *arguments], {"QT_QPA_PLATFORM": "offscreen"})


def faults(arguments: Sequence[str]) -> int:
    """Try every fault over every kind of work; it takes long."""
    prepare(OFFSCREEN_LIBRARIES)
    os.chdir(ROOT)
    return become([str(PYTHON), "-m", "tests.faults", *arguments], {"QT_QPA_PLATFORM": "offscreen"})


def lint(arguments: Sequence[str]) -> int:
    """Check style, types and contracts, all of them though one fails; ``--fix`` mends style."""
    prepare({})
    fix = "--fix" in arguments
    checks = (
        ("ruff", "check", *(["--fix"] if fix else [])),
        ("ruff", "format", *([] if fix else ["--check"])),
        ("mypy",),
        ("lint-imports",),
    )
    failed = [" ".join(check) for check in checks if call([str(SCRIPTS / check[0]), *check[1:]])]
    print(f"Failed: {', '.join(failed)}" if failed else "Style, types and contracts hold.")
    return 1 if failed else 0


def lock(arguments: Sequence[str]) -> int:
    """Resolve pyproject.toml for every system into hashes, naming no index and no place."""
    if not PYTHON.exists():
        make_venv()
    uv = shutil.which("uv", path=str(SCRIPTS))
    if uv is None:
        install(["uv"])
    environment = {"UV_NO_CONFIG": "1"}
    if index := pip_index():
        environment["UV_DEFAULT_INDEX"] = index
    command = ["uv", "pip", "compile", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"]
    command += [*WHEELS_ONLY, "--all-extras", "--group", "dev", "--quiet"]
    command += ["-o", LOCK.name, "pyproject.toml", *arguments]
    return call([str(SCRIPTS / command[0]), *command[1:]], environment)


def bundle(arguments: Sequence[str]) -> int:
    """Build the program that needs no Python, and prove that it runs."""
    prepare(OFFSCREEN_LIBRARIES)
    return call([str(PYTHON), "build/make.py", "bundle", *arguments])


VERBS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "demo": demo,
    "test": test,
    "lint": lint,
    "bench": bench,
    "faults": faults,
    "lock": lock,
    "bundle": bundle,
}


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown: on Linux somebody must have named a display."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in names)


def window_libraries(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a window needs: the libraries of X11 only where X11 is what there is."""
    named = environment.get("QT_QPA_PLATFORM", "")
    uses_x11 = named.startswith("xcb") if named else bool(environment.get("DISPLAY"))
    return OFFSCREEN_LIBRARIES | (X11_LIBRARIES if uses_x11 else {})


def prepare(libraries: Mapping[str, str]) -> None:
    """Bring libraries, packages, launcher and catalogues up to date; at once if they are."""
    done, wanted = read(STAMP).splitlines(), stamp().splitlines()
    if sys.platform.startswith("linux"):
        provide(libraries, {} if done == wanted else WISHED_LIBRARIES)
    if done != wanted:
        if done[:1] != wanted[:1]:
            make_venv()
        install_packages()
        write_launcher()
        STAMP.write_text(stamp(), encoding="utf-8")
    if catalogues_are_stale():
        call([str(PYTHON), "build/make.py", "locales"])


def stamp() -> str:
    """Return what the set-up depends on: in one line this place and its Python, then the lock."""
    place = f"{ROOT} {os.path.realpath(PYTHON) if PYTHON.exists() else ''}"
    return f"{place}\n{hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n"


def read(path: Path) -> str:
    """Return the text of a file; of none it is empty."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def missing(libraries: Mapping[str, str]) -> list[str]:
    """Return the libraries that this system cannot load."""
    return [name for name in libraries if not loads(name)]


def loads(library: str) -> bool:
    """Tell whether the system can load the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(needed: Mapping[str, str], wished: Mapping[str, str]) -> None:
    """Install the missing libraries as root on a Debian-like system, else say how and stop."""
    absent, also = missing(needed), missing(wished)
    if not absent and not (also and may_install()):
        return
    packages = {**wished, **needed}
    if may_install():
        print(f"Installing what Qt needs of this system: {', '.join(absent + also)}")
        apt_get("update")
        apt_get("install", *(debian_name(packages[name]) for name in absent + also))
        absent = missing(needed)
    if absent:
        raise Stop(advice({name: packages[name] for name in absent + also}))


def may_install() -> bool:
    """Tell whether packages of the system can be installed here: root, and apt-get."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def apt_get(*arguments: str) -> None:
    """Run apt-get without questions; what it did is judged by the libraries afterwards."""
    command = ["apt-get", "-qq", "-y", "-o", "Dpkg::Use-Pty=0"]
    command += ["-o", f"DPkg::Lock::Timeout={APT_PATIENCE}", *arguments]
    if arguments[0] == "install":
        command.insert(-len(arguments) + 1, "--no-install-recommends")
    call(command, {"DEBIAN_FRONTEND": "noninteractive"})


def debian_name(package: str) -> str:
    """Return the package's name here: newer releases have renamed some to …t64."""
    for name in (package, f"{package}t64"):
        shown = subprocess.run(
            ["apt-cache", "show", "--quiet=2", name],  # noqa: S607  found by PATH like apt-get
            capture_output=True,
            check=False,
        )
        if shown.returncode == 0 and shown.stdout.strip():
            return name
    return package


def advice(packages: Mapping[str, str]) -> str:
    """Return the sentence and the exact line that installs the missing libraries."""
    if shutil.which("apt-get"):
        names = " ".join(debian_name(package) for package in packages.values())
        line = f"sudo apt-get update && sudo apt-get install -y {names}"
    elif rpm := shutil.which("dnf") or shutil.which("zypper"):
        names = " ".join(f"'{library}()(64bit)'" for library in packages)
        line = f"sudo {Path(rpm).name} install {names}"
    else:
        line = "the packages that hold " + ", ".join(packages)
    return f"Qt needs libraries that this system lacks. Install them, then start again:\n  {line}"


def install_packages() -> None:
    """Install exactly what the lock names."""
    print("Installing the packages of requirements.lock into .venv; this is done once.", flush=True)
    install(["--require-hashes", *WHEELS_ONLY, "-r", str(LOCK)])


def install(what: Sequence[str]) -> None:
    """Let pip install into .venv."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    if call([*pip, "install", "--quiet", *what]):
        raise Stop(
            "The packages could not be installed; pip's words above say why. A package index must "
            "be reachable; wheels of Qt need Windows 10, macOS 13 or Linux with glibc 2.34.",
        )


def make_venv() -> None:
    """Make .venv; Debian keeps the module for it in a package of its own."""
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if call(command, quiet=True) == 0:
        return
    if may_install():
        apt_get("update")
        apt_get("install", f"python3.{sys.version_info.minor}-venv")
    if call(command):
        raise Stop(
            "Python cannot make a virtual environment here. On Debian and Ubuntu:\n"
            f"  sudo apt-get install -y python3.{sys.version_info.minor}-venv",
        )


def write_launcher() -> None:
    """Write the command ``backdesk`` of this checkout into the scripts of .venv."""
    if ON_WINDOWS:
        lines = ("@echo off", "setlocal", 'set "PYTHONPATH=%~dp0..\\.."', LAUNCH_ON_WINDOWS)
        text = "".join(f"{line}\n" for line in lines)
        (SCRIPTS / "backdesk.cmd").write_text(text, encoding="utf-8", newline="\r\n")
        return
    places = [shlex.quote(str(place)) for place in (ROOT, PYTHON)]
    launcher = SCRIPTS / "backdesk"
    launcher.write_text(
        f'#!/bin/sh\nPYTHONPATH={places[0]} exec {places[1]} -P -m app "$@"\n', encoding="utf-8"
    )
    launcher.chmod(0o755)


def catalogues_are_stale() -> bool:
    """Tell whether a translation is newer than its compiled catalogue."""
    for source in ROOT.glob("resources/locales/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            return True
    return False


def pip_index() -> str:
    """Return the index that pip is set to use here, so that uv asks the same one."""
    asked = subprocess.run(
        [str(PYTHON), "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    )
    return os.environ.get("PIP_INDEX_URL", "") or asked.stdout.strip()


def call(
    command: Sequence[str], environment: Mapping[str, str] | None = None, *, quiet: bool = False
) -> int:
    """Run a command in the project's folder and return its exit code."""
    silence = subprocess.DEVNULL if quiet else None
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=silence,
        stderr=silence,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode


def become(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Hand over to a command; on Windows, which cannot, wait for it."""
    everything = {**os.environ, **environment}
    sys.stdout.flush()
    if not ON_WINDOWS:
        os.execve(command[0], list(command), everything)  # noqa: S606  the program itself, no shell
    return subprocess.run(command, env=everything, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

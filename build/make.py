"""One entry for everything that is made from the source: ``python build/make.py PRODUCT``.

locales   compile the translations (.po to .mo)
extract   bring the translations up to date with the texts of the program, then compile
cldr      write the number and date formats of the languages anew
icons     draw the program's icon for every system
bundle    the program that needs no Python, checked by its self-test
check     check the bundle in dist/ again
installer the file that people download, and its signed sum
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".work"
SPEC = ROOT / "build" / "office.spec"
PYINSTALLER = ("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
STORED = {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
"""Modules lie unsqueezed in the program: they load sooner, and one archive of them all, squeezed as
a whole, is smaller by 8 MB than one made of modules that were squeezed one by one."""

STEPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "locales": (("build/locales.py", "compile"),),
    "extract": (("build/locales.py",),),
    "cldr": (("build/cldr.py",),),
    "icons": (("build/icons.py",),),
    "check": (("build/check_bundle.py",),),
    "installer": (("build/installer.py",), ("build/signing.py",)),
}
STEPS["bundle"] = (
    *STEPS["locales"],
    *STEPS["icons"],
    (*PYINSTALLER, "--workpath", str(WORK / "pyinstaller"), "--distpath", "dist", str(SPEC)),
    *STEPS["check"],
)


def main(arguments: Sequence[str]) -> int:
    """Make what the first argument names, step by step; the rest goes to its last step."""
    steps = STEPS.get(arguments[0]) if arguments else None
    if steps is None:
        print(__doc__, file=sys.stderr)
        return 2
    for step in steps:
        more = arguments[1:] if step is steps[-1] else ()
        done = subprocess.run(
            [sys.executable, *step, *more], cwd=ROOT, env=os.environ | STORED, check=False
        )
        if done.returncode:
            print(f"{' '.join(step)} ended with {done.returncode}", file=sys.stderr)
            return done.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

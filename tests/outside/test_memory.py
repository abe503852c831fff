"""The C library is told how to keep what is freed, where it is GNU's."""

from __future__ import annotations

import platform

from app.outside.memory import keep_tidy


def test_gnus_library_takes_the_settings_and_no_other_is_asked() -> None:
    is_gnus = platform.system() == "Linux" and platform.libc_ver()[0] == "glibc"

    assert keep_tidy() is is_gnus

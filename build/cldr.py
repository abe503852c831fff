"""Format facts: write resources/locales/<lang>/formats.toml from CLDR, as Babel brings it.

    python build/cldr.py

The program reads these small files instead of Babel's 32 MB. Where a clerk's paper differs from
CLDR's shortest form the choice is in ``DAYS`` below, everything else is CLDR's word.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Literal

import babel
from babel import Locale
from babel.dates import get_month_names
from babel.numbers import get_currency_symbol

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.domain.shared.money import MINOR_DIGITS  # noqa: E402  after ROOT
from app.lang.texts import LOCALES  # noqa: E402  after ROOT

LANGUAGES = {"en": ("US",), "fi": (), "th": (), "de": ("AT", "CH"), "sv": ()}
NO_BREAK = "\u00a0"
DAYS = {
    "en": ("{d} {short} {y:04}", "{d} {month} {y:04}", "dmy"),
    "en_US": ("{m:02}/{d:02}/{y:04}", "{month} {d}, {y:04}", "mdy"),
    "fi": ("{d}.{m}.{y:04}", "{d}. {month} {y:04}", "dmy"),
    "th": ("{d:02}/{m:02}/{y:04}", "{d} {month} พ.ศ. {y:04}", "dmy"),
    "de": ("{d:02}.{m:02}.{y:04}", "{d}. {month} {y:04}", "dmy"),
    "sv": ("{y:04}-{m:02}-{d:02}", "{d} {month} {y:04}", "ymd"),
}
"""Short day, long day, order of its parts. Thai paper writes Buddhist years (+543)."""
TIMES = {"en_US": "{h12}:{min:02}" + NO_BREAK + "{half}", "fi": "{h}.{min:02}"}
CLOCK = "{h:02}:{min:02}"
MONDAY, SUNDAY = 0, 6
WEEKS = {"en_US": SUNDAY, "th": SUNDAY}
"""CLDR: the United States and Thailand begin the week on Sunday, the others on Monday."""


def facts(name: str) -> dict[str, Any]:
    """Return the format facts of a locale (``en_US``)."""
    locale = Locale.parse(name)
    language = locale.language
    signs = locale.number_symbols["latn"]
    day, long_day, order = DAYS.get(name) or DAYS[language]
    return {
        "decimal": signs["decimal"],
        "group": signs["group"],
        "minus": signs["minusSign"],
        **signed("percent", locale.percent_formats[None].pattern, signs["minusSign"]),
        **signed("money", locale.currency_formats["standard"].pattern, signs["minusSign"]),
        "day": day,
        "long_day": long_day,
        "time": TIMES.get(name) or TIMES.get(language) or CLOCK,
        "order": order,
        "first_weekday": WEEKS.get(name, WEEKS.get(language, MONDAY)),
        "year_offset": 543 if language == "th" else 0,
        "months": months(locale, "format", "wide"),
        "short_months": months(locale, "format", "abbreviated"),
        "other_months": months(locale, "stand-alone", "wide"),
    }


def signed(key: str, pattern: str, minus: str) -> dict[str, str]:
    """Return the pattern and its negative as templates: ``{n}`` the number, ``¤`` the symbol."""
    plus, _, negative = pattern.partition(";")
    plain = template(plus)
    below = template(negative).replace("-", minus) if negative else minus + plain
    return {key: plain, f"{key}_minus": below}


def template(pattern: str) -> str:
    """Return a CLDR number pattern with its digits replaced by ``{n}``."""
    digits = "".join(sign for sign in pattern if sign in "#,0.")
    return pattern.replace(digits, "{n}")


def months(
    locale: Locale,
    context: Literal["format", "stand-alone"],
    width: Literal["abbreviated", "narrow", "wide"],
) -> list[str]:
    """Return the twelve names of the months."""
    names = get_month_names(width, context, locale)
    return [names[month] for month in range(1, 13)]


def symbols(locale: Locale) -> dict[str, str]:
    """Return how the currencies of the house are written."""
    return {code: get_currency_symbol(code, locale) for code in sorted(MINOR_DIGITS)}


def toml(values: dict[str, Any]) -> str:
    """Return simple values as TOML lines (JSON writes strings, numbers and lists the same way)."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "".join(f"{line}\n" for line in lines)


def differing(own: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """Return what a country writes in another way than its language.

    The names of months standing alone are only read, never written: the language's own do.
    """
    return {
        key: value for key, value in own.items() if value != base[key] and key != "other_months"
    }


def written(language: str, countries: tuple[str, ...]) -> str:
    """Return the whole file of a language: its own facts, then what countries write differently."""
    base, shared = facts(language), symbols(Locale.parse(language))
    parts = [
        f"# Written by build/cldr.py from CLDR (Babel {babel.__version__}); do not edit.\n",
        toml(base),
        "\n[symbols]\n" + toml(shared),
        "\n[digits]\n" + toml(dict(sorted(MINOR_DIGITS.items()))),
    ]
    for country in countries:
        own = facts(f"{language}_{country}")
        parts.append(f"\n[country.{country}]\n" + toml(differing(own, base)))
        theirs = differing(symbols(Locale.parse(f"{language}_{country}")), shared)
        parts.append(f"\n[country.{country}.symbols]\n" + toml(theirs) if theirs else "")
    return "".join(parts).replace(NO_BREAK, "\\u00a0")


def main() -> None:
    """Write every file."""
    for language, countries in LANGUAGES.items():
        path = LOCALES / language / "formats.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(language, countries), "utf-8")


if __name__ == "__main__":
    main()

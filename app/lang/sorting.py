"""Order of words: a key that sorts a list as the language's own dictionary does.

Kept simple: letters first, digits by value, then accents and case to tell equals apart. It is
not the whole Unicode collation, but right for names of people, firms and goods.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LAST = {
    "fi": {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "õ": "}", "w": "v", "ü": "y"},
    "sv": {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"},
}
"""Letters that are their own in a language: ``{ | }`` stand right after z.

Finnish sorts w with v (SFS 4600); Swedish has kept them apart since 2006.
"""
_SAME = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"})
_RUN = re.compile(r"[0-9]+")
_LEADING_VOWEL = re.compile(r"([\u0e40-\u0e44])([\u0e01-\u0e2e])")
_THAI_MARKS = dict.fromkeys(range(0x0E47, 0x0E4F))
_THAI_DIGITS = str.maketrans({chr(0x0E50 + digit): str(digit) for digit in range(10)})
_BETWEEN = "\x00"


@lru_cache(maxsize=4096)
def sort_key(text: str, language: str) -> str:
    """Return a text that sorts by code point where ``text`` sorts in the dictionary.

    It may be stored and compared as bytes. Thai is sorted by consonant: a vowel written before
    its consonant (เ แ โ ใ ไ) follows it, tone marks decide only between equals.
    """
    folded = unicodedata.normalize("NFC", text).translate(_THAI_DIGITS).casefold()
    letters = "".join(_letter(sign, _LAST.get(language, {})) for sign in folded)
    thai = _LEADING_VOWEL.sub(r"\2\1", letters).translate(_THAI_MARKS)
    words = " ".join(thai.split())
    return f"{_RUN.sub(_by_value, words)}{_BETWEEN}{folded}{_BETWEEN}{text}"


def _letter(sign: str, own: dict[str, str]) -> str:
    if sign in own:
        return own[sign]
    if "a" <= sign <= "z" or "0" <= sign <= "9":
        return sign
    bare = unicodedata.normalize("NFD", sign.translate(_SAME))
    if len(bare) > 1 and not unicodedata.combining(bare[0]):
        return "".join(_letter(part, own) for part in bare if not unicodedata.combining(part))
    is_word = bare.isalnum() or unicodedata.category(bare[0])[0] == "M"
    return bare if is_word else " "


def _by_value(run: re.Match[str]) -> str:
    """Write a number so that it sorts by value: its length in front, as a digit sorts."""
    digits = run[0].lstrip("0") or "0"
    return f"0{chr(0x30 + min(len(digits), 0x40))}{digits}"

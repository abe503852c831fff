"""Web pages: what is read on them, without scripts, styles and what they link to."""

from __future__ import annotations

from html.parser import HTMLParser

from app.domain.archive.texts import How
from app.formats.reading.limits import Enough, Gathered
from app.formats.reading.opened import Whole

_PIECE = 1 << 14
_LONGEST_MARK = 1 << 16
"""A mark that does not end within so many signs never does: the parser would search on and on."""

_UNSAID = frozenset({"script", "style", "template", "noscript", "svg", "head"})
_ALONE = frozenset({"br", "hr"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
_CELLS = frozenset({"td", "th"})


def read_web(text: str) -> Whole:
    """Return what is read on a web page, its title first."""
    return Whole(How.WEB, (words_of(text),))


def words_of(text: str, gathered: Gathered | None = None) -> str:
    """Return what is read in HTML."""
    into = gathered or Gathered()
    reader = _Words(into)
    try:
        for start in range(0, len(text), _PIECE):
            reader.feed(text[start : start + _PIECE])
            into.look_at_the_clock()
            if len(reader.rawdata) > _LONGEST_MARK:
                break
        else:
            reader.close()
    except (Enough, AssertionError):
        # Python's parser asserts on some declarations; what came before is kept.
        pass
    return "\n".join(line.strip() for page in into.pages() for line in page.split("\n"))


class _Words(HTMLParser):
    """Hears the words of HTML; blocks stand on lines of their own."""

    def __init__(self, gathered: Gathered) -> None:
        super().__init__(convert_charrefs=True)
        self._gathered = gathered
        self._unsaid: list[str] = []
        self._is_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_title = tag == "title"
        if tag in _UNSAID:
            self._unsaid.append(tag)
        elif tag in _BLOCKS or tag in _ALONE:
            self._gathered.add("\n")
        else:
            self._gathered.add("\t" if tag in _CELLS else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._gathered.add("\n")
            self._is_title = False
        elif self._unsaid and tag in self._unsaid:
            del self._unsaid[self._unsaid.index(tag) :]
        elif tag in _BLOCKS:
            self._gathered.add("\n")

    def handle_data(self, data: str) -> None:
        if self._is_title or not self._unsaid:
            words = " ".join(data.split())
            before = " " if data[:1].isspace() else ""
            after = " " if words and data[-1:].isspace() else ""
            self._gathered.add(f"{before}{words}{after}")

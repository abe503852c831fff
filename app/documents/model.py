"""Paper as a value: what a document says and in what order, without fonts or millimetres.

Every text is final: words are in the reader's language, numbers and days are written. The same tree
becomes a PDF (``documents.pdf``) and plain text (``documents.text``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.documents.attachments import Attachment, Schema
from app.documents.look import USUAL, Look
from app.documents.slips import Slip
from app.domain.admin.stationery import On


class Paper(Enum):
    """The sheet."""

    A4 = "a4"
    LETTER = "letter"


class Layout(Enum):
    """Whose custom decides where the sender, the window and the facts stand; reports go nowhere.

    DIN 5008 is its form B; ``DIN5008_A`` is form A, whose window stands 18 mm higher.
    """

    SFS2487 = "sfs2487"
    DIN5008 = "din5008"
    DIN5008_A = "din5008a"
    US = "us"
    TH = "th"
    REPORT = "report"


class Manner(Enum):
    """What a document is: a form (invoice, report), or a letter that is read from top to bottom."""

    FORM = "form"
    LETTER = "letter"


class Align(Enum):
    """Which edge a column's texts keep to; figures keep to the right."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Tone(Enum):
    """How loud a text is."""

    NORMAL = "normal"
    QUIET = "quiet"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG and the words that stand for it."""

    content: bytes
    text: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender as the head of the first page shows it."""

    name: str
    lines: tuple[str, ...] = ()
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """The receiver, in the window; ``sender`` is the small return line where custom has one.

    ``notes`` stand above the receiver, for those who carry the letter ("Registered mail").
    """

    lines: tuple[str, ...]
    sender: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a letter is known by: what it is called, its number and its day, as they are read."""

    called: str = ""
    number: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: str
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a part of the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line break in it stays a line break."""

    text: str
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values one below the other."""

    rows: tuple[Fact, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: ``weight`` shares out free width, 0 means as wide as its texts need."""

    title: str
    align: Align = Align.LEFT
    weight: int = 0


class RowKind(Enum):
    """What a row of a grid is: an entry, a heading or a note across all columns, or a sum."""

    ENTRY = "entry"
    HEADING = "heading"
    NOTE = "note"
    SUM = "sum"


ACROSS = (RowKind.HEADING, RowKind.NOTE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a text for each column, and the sums up to it, for a page that ends here."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.ENTRY
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """Which columns are added up over pages, and the words at the foot and head of a page."""

    columns: tuple[int, ...]
    forward: str
    brought: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its head is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    carried: Carried | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums at the right edge; a strong one is the sum that counts."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code and what it is for; ``lines`` stand beside it, ``text`` stands for it."""

    content: str
    caption: str
    lines: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; a line break in them stays a line break."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False


Runs = tuple[Run, ...]


class Level(Enum):
    """What a written paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    SUBHEADING = "subheading"


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph of a letter; without runs it is an empty line.

    The first line of one that ``is_indented`` begins further in, as Thai letters are written.
    """

    runs: Runs
    level: Level = Level.TEXT
    align: Align = Align.LEFT
    is_indented: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One item of a listing; ``level`` 0 is the outermost of three."""

    runs: Runs
    level: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """Items with bullets or numbers."""

    points: tuple[Point, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    runs: Runs
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of written cells; ``weights`` share out the width, a head stands on every page."""

    rows: tuple[tuple[Cell, ...], ...]
    weights: tuple[int, ...] = ()
    has_head: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as wide as said (millimetres), smaller where there is less room."""

    picture: Picture
    width: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Subject:
    """What a letter is about, on a line of its own."""

    text: str


@dataclass(frozen=True, slots=True)
class Notes:
    """Words at the edge and what belongs to them in the column of the text: enclosures, copies.

    Each line break in a value begins a line.
    """

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """The end of a letter, which no page turn divides: wishes, firm, signature, name, title."""

    wishes: Runs = ()
    firm: str = ""
    signature: Picture | None = None
    lines: tuple[str, ...] = ()


Letterpart = Written | Listing | Table | Figure | Subject | Notes | Signed
Formpart = Heading | Paragraph | Facts | Grid | Totals | QrCode
Simple = Formpart | Letterpart


@dataclass(frozen=True, slots=True)
class Beside:
    """Two small parts side by side, each half the page wide."""

    left: tuple[Simple, ...]
    right: tuple[Simple, ...]


Block = Simple | Beside | PageBreak | Slip


@dataclass(frozen=True, slots=True)
class Underlay:
    """A picture or PDF that lies under pages, and under which of them.

    ``text`` are the words that it shows once, on the first page; without them it is decoration.
    """

    content: bytes
    on: On = On.ALL
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sheeting:
    """The sheets that a document is printed on, and the PDF that follows its last page.

    The sheets take ``top`` of later heads and ``foot`` of every foot (millimetres).
    """

    under: tuple[Underlay, ...] = ()
    appended: bytes = b""
    top: int = 0
    foot: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A letter, an invoice, a report: everything that its pages say.

    ``name`` names it alone ("Invoice 20260001"): the file's title and the head of later pages.
    ``page_of`` has the slots {page} and {pages}. Each entry of ``footer`` is one column of lines.
    ``mark`` is written large across every page ("DRAFT"). ``running`` heads the later pages of a
    letter: to whom, which number, which day. ``subject`` is what the file says it is about;
    ``attachments`` travel inside it, ``schemas`` say of it what their standards want.
    """

    language: str
    title: str
    name: str
    letterhead: Letterhead
    layout: Layout = Layout.SFS2487
    paper: Paper = Paper.A4
    address: Address | None = None
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    footer: tuple[tuple[str, ...], ...] = ()
    page_of: str = "{page} ({pages})"
    mark: str = ""
    manner: Manner = Manner.FORM
    stamp: Stamp = Stamp()
    running: tuple[str, ...] = ()
    sheeting: Sheeting = Sheeting()
    subject: str = ""
    attachments: tuple[Attachment, ...] = ()
    schemas: tuple[Schema, ...] = ()
    look: Look = USUAL

"""Bills of made-up suppliers and scans of them, each as another machine and day would make it.

They are the same for the same numbers, and kept for the tests that come next.
"""

from __future__ import annotations

import io
from functools import lru_cache
from random import Random
from statistics import NormalDist

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from app.documents.model import (
    Address,
    Align,
    Column,
    Document,
    Fact,
    Grid,
    Layout,
    Letterhead,
    Row,
    Tone,
    Totals,
)
from app.documents.pdf.render import render

WORDS = (
    *("paper", "hinge", "cable", "office", "cleaning", "service", "monthly", "printer", "toner"),
    *("folder", "delivery", "freight", "lamp", "desk", "chair", "coffee", "filter", "hosting"),
    *("maintenance", "licence", "meeting", "room", "rental", "parking", "towel", "window"),
)
COLUMNS = (
    Column("Description", weight=1),
    Column("Quantity", Align.RIGHT),
    Column("Price", Align.RIGHT),
    Column("Sum", Align.RIGHT),
)


@lru_cache(maxsize=16)
def a_bill(supplier: int, number: int, *, lines: int = 0) -> bytes:
    """Return a bill of a supplier as a PDF; the form is the supplier's, the figures the bill's."""
    form, chance = Random(supplier), Random(supplier * 1000 + number)  # noqa: S311  made up
    name = " ".join(form.choice(WORDS).title() for _ in range(2)) + " Ltd"
    goods = [f"{form.choice(WORDS)} {form.choice(WORDS)}" for _ in range(9)]
    total, rows = 0, []
    for place in range(lines or chance.randint(1, 9)):
        count, price = chance.randint(1, 20), chance.randint(100, 90_000)
        total += count * price
        cells = (goods[place], str(count), f"{price / 100:.2f}", f"{count * price / 100:.2f}")
        rows.append(Row(cells))
    day = f"{chance.randint(1, 28)}.{chance.randint(1, 12)}.2026"
    facts = (Fact("Number", str(chance.randint(100_000, 999_999))), Fact("Date", day))
    sums = (
        Fact("Net", f"{total / 100:.2f}"),
        Fact("VAT 25.5 %", f"{total * 0.255 / 100:.2f}"),
        Fact("Total", f"{total * 1.255 / 100:.2f}", Tone.STRONG),
    )
    head = Letterhead(name, (f"{form.choice(WORDS)} street {form.randint(1, 99)}", "33100 Tampere"))
    return render(
        Document(
            "en",
            "Invoice",
            f"Invoice {number}",
            head,
            layout=form.choice((Layout.SFS2487, Layout.DIN5008, Layout.US)),
            address=Address(("Lumo & Suoni Oy", "Satamakatu 1", "33100 Tampere")),
            facts=facts,
            blocks=(Grid(COLUMNS, tuple(rows)), Totals(sums)),
            footer=((name, "Bank FI49 5000 9420 0287 30"), ("www.example.com",)),
        )
    )


@lru_cache(maxsize=16)
def a_scan(paper: bytes, seed: int) -> bytes:
    """Return a scan of a PDF's first page: turned by up to 2°, resized, grainy, as a JPEG."""
    chance = Random(seed)  # noqa: S311  made up
    with pypdfium2.PdfDocument(paper) as document:
        dots = chance.choice((150, 200, 300)) / 72
        page = document[0].render(scale=dots, grayscale=True).to_pil().convert("L")
    ground = chance.randint(225, 255)
    page = page.rotate(
        chance.uniform(-2, 2), Image.Resampling.BICUBIC, expand=True, fillcolor=ground
    )
    scale = chance.uniform(0.7, 1.3)
    size = int(page.width * scale * chance.uniform(0.99, 1.01)), int(page.height * scale)
    page = page.resize(size, Image.Resampling.BICUBIC)
    glass = Image.new("L", (page.width + 60, page.height + 60), chance.randint(225, 255))
    glass.paste(page, (chance.randint(0, 60), chance.randint(0, 60)))
    dark, light = chance.randint(0, 70), chance.randint(215, 255)
    glass = glass.point([dark + (light - dark) * grey // 255 for grey in range(256)])
    if chance.random() < 0.5:
        glass = glass.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.2)))
    grain = grain_of(glass.size, chance.uniform(5, 30), chance)
    scan = io.BytesIO()
    ImageChops.add(glass, grain, 1, -128).save(scan, "JPEG", quality=chance.randint(35, 90))
    return scan.getvalue()


def grain_of(size: tuple[int, int], spread: float, chance: Random) -> Image.Image:
    """Return greys around the middle, spread as a sensor spreads them, the same for each seed."""
    even = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
    sensor = NormalDist(128, spread)
    greys = (round(sensor.inv_cdf((rank + 0.5) / 256)) for rank in range(256))
    return even.point([min(max(grey, 0), 255) for grey in greys])

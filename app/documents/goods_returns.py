"""The return slip: what a customer lays into the parcel that comes back."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents import letterhead
from app.documents.addresses import address_lines
from app.documents.dress import BARE, Dress, dressed
from app.documents.goods import Goods, Told, listed
from app.documents.model import Beside, Document, Fact, Facts, Paragraph, QrCode, Tone
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.orders.goods_return import GoodsReturn
from app.lang.formats import Formats
from app.lang.texts import Say


@dataclass(frozen=True, slots=True)
class ReturnPaper:
    """Everything that a return slip is written from."""

    goods_return: GoodsReturn
    goods: tuple[Goods, ...]
    company: Company
    say: Say
    formats: Formats
    address: Address = Address()
    order_number: str = ""
    logo: bytes = b""
    dress: Dress = BARE


def describe(paper: ReturnPaper) -> Document:
    """Return the slip: what comes back and why, by which number, and to where."""
    say, company, one = paper.say, paper.company, paper.goods_return
    title = say("Return slip")
    customer = (one.customer_name, *address_lines(paper.address, company.country))
    columns = (Told.CODE, Told.DESCRIPTION, Told.LOT, Told.QUANTITY, Told.UNIT)
    told = say("Please lay this slip into the parcel and write the return number on it.")
    made = Document(
        language=say.language,
        title=title,
        name=f"{title} {one.number}".rstrip(),
        letterhead=letterhead.letterhead(company, paper.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=letterhead.window(customer, company),
        facts=_facts(paper),
        blocks=(
            Paragraph(told, Tone.STRONG),
            listed(paper.goods, columns, say, paper.formats),
            Beside((QrCode(one.number, one.number),), (_back(paper),)),
        ),
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
    )
    return dressed(made, paper.dress, company)


def _facts(paper: ReturnPaper) -> tuple[Fact, ...]:
    say, one = paper.say, paper.goods_return
    texts = {
        say("Return number"): one.number,
        say("Date"): paper.formats.day(one.announced_on) if one.announced_on else "",
        say("Order number"): paper.order_number,
        say("Reason"): one.reason,
    }
    return tuple(Fact(label, value) for label, value in texts.items() if value)


def _back(paper: ReturnPaper) -> Facts:
    company = paper.company
    lines = (company.name, *address_lines(company.address, company.country))
    return Facts((Fact(paper.say("Send to"), "\n".join(lines)),))

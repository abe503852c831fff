"""What can go wrong with stationery, envelopes and labels."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "stationery.not-a-paper": Parts(
        mark("This file cannot be stationery."),
        mark("Stationery is a PDF, PNG or JPEG of at most 10 MiB; terms are a PDF."),
        mark("Save the page as PDF and choose that file."),
    ),
    "stationery.too-many-pages": Parts(
        mark("The file has {pages} pages."),
        mark("Here it may have {most} at most."),
        mark("Choose a file with fewer pages."),
    ),
    "stationery.room-out-of-range": Parts(
        mark("The stationery cannot take {mm} mm of a page."),
        mark("Between 0 and {most} mm may be left free; more leaves no room for the letter."),
        mark("Correct the room at the head or at the foot."),
    ),
    "stationery.unknown-layout": Parts(
        mark("There is no letter layout “{layout}”."),
        mark("Letters follow SFS 2487, DIN 5008, the American or the Thai custom."),
        mark("Choose one of these layouts, or that of the country."),
    ),
    "postal.too-many": Parts(
        mark("{count} receivers cannot be printed at once."),
        mark("It must be one at least and {most} at most."),
        mark("Choose fewer receivers."),
    ),
    "postal.without-address": Parts(
        mark("{name} has no postal address."),
        mark("An envelope or a label without an address reaches nobody."),
        mark("Add the address to the contact or to the letter, or leave the receiver out."),
    ),
}

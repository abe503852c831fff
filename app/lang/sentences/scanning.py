"""Sentences about scans: what a scanner sent that is not right."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

AGAIN = mark("Scan it again.")

SENTENCES = {
    "scan.empty": Parts(mark("The scanner sent nothing."), "", AGAIN),
    "scan.too-long": Parts(
        mark("The scanner sent {length} signs."),
        mark("No code is longer than {most}; several may have run together."),
        AGAIN,
    ),
    "scan.two-codes": Parts(
        mark("Two codes came as one: {first} and {second}."),
        mark("Nothing was taken of either."),
        mark("Scan them one after the other."),
    ),
    "scan.element-twice": Parts(
        mark("Two codes came as one: the element ({ai}) says {first} and {second}."),
        mark("Nothing was taken of either."),
        mark("Scan them one after the other."),
    ),
    "scan.wrong-layout": Parts(
        mark("“{value}” looks like a scanner that types for another keyboard."),
        mark("The keyboard of this machine is set to a language whose signs no code has."),
        mark("Switch the keyboard to English and scan it again."),
    ),
    "scan.unknown": Parts(
        mark("No product, place or lot has the code {value}."),
        mark("Nothing was taken."),
        mark("Look whether the label is ours, or write the code into the product."),
    ),
    "scan.mismatch": Parts(
        mark("{value} is not what is asked for here."),
        mark("Asked for is {expected}."),
        mark("Take the right piece, or go to the line of this one."),
    ),
    "scan.wrong-check-digit": Parts(
        mark("The code {value} is not right: its last digit should be {expected}."),
        mark("A digit was misread, or the label is misprinted."),
        AGAIN,
    ),
    "scan.unknown-element": Parts(
        mark("The code is not understood from sign {position} on, “{at}”."),
        mark("Known are the elements for number, lot, serial, last day and how many."),
        mark("Scan the other code of the label, or write it by hand."),
    ),
    "scan.short-element": Parts(
        mark("The element ({ai}) has {found} signs instead of {expected}."),
        mark("The scanner stopped early, or the label is misprinted."),
        AGAIN,
    ),
    "scan.wrong-element": Parts(
        mark("The element ({ai}) cannot be “{value}”."),
        mark("The label is misprinted, or a sign was misread."),
        AGAIN,
    ),
}

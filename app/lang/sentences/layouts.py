"""What is said about layouts of invoices and their kin."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "layouts.out-of-use": Parts(
        mark("The chosen layout is not in use any more."),
        mark("The paper is printed with the usual one."),
        mark("Choose another one, or the usual one."),
    ),
    "layouts.without-name": Parts(
        mark("The layout has no name."),
        mark("It is chosen by its name."),
        mark("Write a name."),
    ),
    "layouts.name-too-long": Parts(
        mark("The name is longer than {most} characters."),
        mark("It would not fit the lists in which it is chosen."),
        mark("Write a shorter name."),
    ),
    "layouts.name-taken": Parts(
        mark("There is a layout called {name} already."),
        mark("Two would not be told apart."),
        mark("Choose another name."),
    ),
    "layouts.not-a-colour": Parts(
        mark("“{colour}” is not a colour."),
        mark("A colour is written as # and six digits or letters from a to f."),
        mark("Write one as #0f766e, or choose it with the button."),
    ),
    "layouts.pale-accent": Parts(
        mark("{colour} is too pale to be read on white."),
        mark("Titles and figures in it would be lost on paper."),
        mark("It is printed darker, as {printed}; choose a darker colour if you like that better."),
    ),
    "layouts.logo-out-of-range": Parts(
        mark("A logo of {mm} mm does not fit the head of the page."),
        mark("It may be {least} to {most} mm tall."),
        mark("Write another height."),
    ),
    "layouts.without-columns": Parts(
        mark("Description and amount are not both shown."),
        mark("An invoice says what was sold and what it costs."),
        mark("Show these two columns."),
    ),
    "layouts.amount-first": Parts(
        mark("The amount stands before the description."),
        mark("Amounts are added up over pages in words that stand at their left."),
        mark("Move the amount behind the description."),
    ),
    "layouts.column-twice": Parts(
        mark("A column is shown twice."),
        mark("Each column has one place."),
        mark("Take one of them out."),
    ),
    "layouts.title-too-long": Parts(
        mark("The title of a column is longer than {most} characters."),
        mark("It would take the room of the others."),
        mark("Write a shorter title."),
    ),
    "layouts.unknown-field": Parts(
        mark("There is no field “{name}”."),
        mark("Between braces stands what each paper fills in."),
        mark("Choose a field from the list, or take the braces away."),
    ),
    "layouts.text-too-long": Parts(
        mark("The text is longer than {most} characters."),
        mark("The lines of the invoice would begin pages later."),
        mark("Shorten it, or add it as terms after the last page."),
    ),
    "layouts.twice-in-language": Parts(
        mark("The language “{language}” is there twice, or none is named."),
        mark("A paper takes the texts of its own language."),
        mark("Keep one text for each language."),
    ),
    "layouts.in-use": Parts(
        mark("The layout is the usual one of {papers} kinds of paper and {customers} customers."),
        mark("These papers would have no layout."),
        mark("Choose another layout for them first."),
    ),
}

"""Sentences about forms: the company, contacts, addresses, products and accounts."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

ON_INVOICES = mark("The law wants it on every invoice.")
IN_SETTINGS = mark("Add it in the company's settings.")
SPELLING = mark("Check the spelling.")

READINGS = {
    "forms.no-choice": Parts(
        mark("“{text}” does not say how the position is offered."),
        mark("It is included, optional, or an alternative, perhaps with a group after it."),
        mark("Write the beginning of one of these words: “alternative 1”."),
    ),
    "forms.no-number": Parts(
        mark("“{text}” is not a number."), "", mark("Write a number; sums like 12*3 are reckoned.")
    ),
    "forms.no-day": Parts(
        mark("“{text}” is not a day."), "", mark("Write a date, +14, or t for today.")
    ),
    "forms.no-early-payment": Parts(
        mark("“{text}” is no discount for early payment."),
        "",
        mark("Write per cent and days, such as 2/10, or 0 for none."),
    ),
    "terms.early-out-of-range": Parts(
        mark("{percent} within {days} days is not possible."),
        mark("The discount is below 100 % and ends within {most} days."),
        mark("Correct the discount for early payment."),
    ),
}

PAPERS = {
    "text.not-printed": Parts(
        mark("Papers cannot show {signs}."),
        mark("They are printed in Latin and Thai letters; any other sign becomes ◊."),
        mark("Write it in Latin or Thai letters."),
    ),
}

COMPANY = {
    "company.without-name": Parts(mark("The company has no name."), "", mark("Write its name.")),
    "company.without-address": Parts(
        mark("The company's address has no {part}."), ON_INVOICES, IN_SETTINGS
    ),
    "company.without-identifier": Parts(
        mark("The company has no tax number yet."), ON_INVOICES, IN_SETTINGS
    ),
    "company.without-account": Parts(
        mark("The company has no bank account yet."),
        mark("Customers do not know where to pay."),
        IN_SETTINGS,
    ),
    "company.without-branch": Parts(
        mark("The company has no branch number yet."),
        mark("A tax invoice names the head office (00000) or the branch."),
        IN_SETTINGS,
    ),
    "company.terms-out-of-range": Parts(
        mark("Terms of {days} days are not possible."),
        mark("Terms are between 0 and {most} days."),
        mark("Correct the terms of payment."),
    ),
    "language.unknown": Parts(
        mark("Papers cannot be written in “{language}”."),
        mark("They can be written in: {known}."),
        mark("Choose one of these languages."),
    ),
    "company.wrong-month": Parts(
        mark("There is no month {month}."),
        mark("The fiscal year begins in a month from 1 to 12."),
        mark("Choose a month."),
    ),
    "company.other-country": Parts(
        mark("The country {country} does not fit these books."),
        mark("They were opened with the rules of {expected}."),
        mark("Open a new office for a company in another country."),
    ),
}

CONTACTS = {
    "contacts.without-name": Parts(mark("The contact has no name."), "", mark("Write a name.")),
    "contacts.wrong-email": Parts(
        mark("“{email}” is not an e-mail address."),
        mark("It needs a name, an @ and a domain."),
        SPELLING,
    ),
    "contacts.wrong-phone": Parts(
        mark("“{phone}” does not look like a phone number."), "", SPELLING
    ),
    "contacts.wrong-website": Parts(
        mark("“{website}” does not look like a web address."), "", SPELLING
    ),
    "contacts.terms-out-of-range": Parts(
        mark("Terms of {days} days are not possible."),
        mark("Terms are between 0 and {most} days."),
        mark("Correct the terms of payment."),
    ),
    "contacts.negative-limit": Parts(
        mark("A credit limit cannot be negative."),
        "",
        mark("Enter it without a minus, or leave it empty for no limit."),
    ),
    "address.wrong-postcode": Parts(
        mark("The postcode {postcode} does not look right for {country}."),
        mark("Postcodes there have another form."),
        mark("Check the postcode and the country."),
    ),
    "address.unknown-country": Parts(
        mark("There is no country {country}."), "", mark("Choose a country from the list.")
    ),
}

PRODUCTS = {
    "products.without-code": Parts(
        mark("The product has no code."),
        mark("The code finds it on an invoice."),
        mark("Write a short code."),
    ),
    "products.without-name": Parts(
        mark("The product has no name."),
        mark("The name is what customers read on the invoice."),
        mark("Write a name in at least one language."),
    ),
    "products.without-vat": Parts(
        mark("The product has no VAT code."),
        mark("Without it no tax can be calculated."),
        mark("Choose a VAT code."),
    ),
    "products.unknown-vat": Parts(
        mark("The VAT code {vat} does not exist in this country."),
        "",
        mark("Choose a VAT code from the list."),
    ),
}

ACCOUNTS = {
    "accounting.number-not-digits": Parts(
        mark("“{number}” is not an account number."),
        mark("An account number has 1 to 10 digits and nothing else."),
        mark("Correct the number."),
    ),
    "accounting.use-taken": Parts(
        mark("The account {number} is already used for {use}."),
        mark("The office posts each kind of thing to one account."),
        mark("Take that use away from the other account first."),
    ),
}

SENTENCES = {**READINGS, **PAPERS, **COMPANY, **CONTACTS, **PRODUCTS, **ACCOUNTS}

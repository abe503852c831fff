"""Sentences about taxes: own tax codes, exempt customers, and tax withheld in Thailand."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

HIGHEST = mark("A rate is at least 0 and below 100 per cent.")
RATE = mark("Write the rate again.")
OF_CONTACT = mark("Add it to the contact.")
SAME_FORM = mark("The Revenue Department's form wants it.")

SENTENCES = {
    "tax-codes.without-code": Parts(
        mark("The tax code has no short code."),
        mark("Lines of invoices are written with it."),
        mark("Write a few letters, such as tx_houston."),
    ),
    "tax-codes.odd-code": Parts(
        mark("{code} cannot be a tax code."),
        mark("It has up to 30 letters from a to z, digits, points, dashes and underlines."),
        mark("Write it so, such as tx_houston."),
    ),
    "tax-codes.code-taken": Parts(
        mark("There is a tax code {code} already."), "", mark("Choose another short code.")
    ),
    "tax-codes.without-name": Parts(
        mark("The tax code has no name."),
        mark("Whoever writes a line chooses it by its name."),
        mark("Write the place or the kind of sale."),
    ),
    "tax-codes.without-rate": Parts(
        mark("The tax code has no rate."),
        mark("Without one nobody knows what to charge on which day."),
        mark("Write a rate and the first day it holds, also where it is 0."),
    ),
    "tax-codes.rate-twice": Parts(
        mark("{authority} has two rates from {day}."),
        "",
        mark("Leave one of them, or write another day."),
    ),
    "tax-codes.rate-out-of-range": Parts(mark("{rate} cannot be a rate."), HIGHEST, RATE),
    "tax-codes.sum-out-of-range": Parts(
        mark("The authorities take {rate} together from {day}."), HIGHEST, RATE
    ),
    "tax-codes.rate-not-needed": Parts(
        mark("A sale of the category {category} has no tax."),
        mark("Only taxed sales have a rate above 0."),
        mark("Write 0, or choose the standard category."),
    ),
    "tax-codes.odd-authority": Parts(
        mark("{authority} cannot be the short code of an authority."),
        mark("It has up to 30 letters from a to z, digits, points, dashes and underlines."),
        mark("Write it so, such as tx.houston."),
    ),
    "tax-codes.authority-two-names": Parts(
        mark("{authority} is called {name} above."),
        mark("An authority has one name, at whatever rate."),
        mark("Write the same name, or another short code."),
    ),
    "tax-codes.mixed": Parts(
        mark("Some rates are of an authority and others are not."),
        mark("Either one rate holds for the whole code, or each is of an authority."),
        mark("Name the authority of every rate, or of none."),
    ),
    "tax-codes.unknown-region": Parts(
        mark("{region} is no state of the United States."),
        mark("The place of delivery chooses the code by its state."),
        mark("Write its two letters, such as TX."),
    ),
    "tax-codes.past-changed": Parts(
        mark("Invoices up to {day} were issued with these rates."),
        mark("What was charged then stays as it was."),
        mark("Add the new rate with its own first day, or write a new code."),
    ),
    "exemptions.without-number": Parts(
        mark("The certificate has no number."),
        mark("An auditor asks for it."),
        mark("Write the number that stands on it."),
    ),
    "exemptions.number-taken": Parts(
        mark("The certificate {number} is kept for this customer already."),
        "",
        mark("Change that one, or write another number."),
    ),
    "exemptions.ends-before": Parts(
        mark("The certificate ends on {until}, before it begins on {since}."),
        "",
        mark("Write both days again."),
    ),
    "exemptions.wrong-code": Parts(
        mark("{vat} is no tax code of exempt sales."),
        mark("A customer with a certificate buys without tax."),
        mark("Choose a code of the category exempt."),
    ),
    "exemptions.missing": Parts(
        mark("No certificate of {customer} covers this sale without tax."),
        mark("Without one the seller owes the tax."),
        mark("Ask for it and keep it with the customer, or charge the tax."),
    ),
    "exemptions.expired": Parts(
        mark("The certificate {number} held until {until}."),
        mark("Without a new one the seller owes the tax."),
        mark("Ask for a new one, or charge the tax."),
    ),
    "exemptions.taxed-elsewhere": Parts(
        mark("The code {vat} is not of the place of delivery, {region}."),
        mark("The place of delivery decides the sales tax."),
        mark("Choose its code, or leave the tax to it."),
    ),
    "invoices.due-at-once-and-on-payment": Parts(
        mark("Tax due at once stands beside tax that is due on payment."),
        mark("The one needs a tax invoice now, the other when it is paid."),
        mark("Write two invoices, or choose the same code on all lines."),
    ),
    "invoices.abbreviated-elsewhere": Parts(
        mark("An abbreviated tax invoice is a paper of Thailand."),
        mark("Elsewhere the law wants a buyer on an invoice of this kind."),
        mark("Write a usual invoice."),
    ),
    "invoices.no-abbreviated": Parts(
        mark("An abbreviated tax invoice is a paper of Thailand."),
        mark("Elsewhere the law wants a buyer on an invoice of this kind."),
        mark("Write a usual invoice."),
    ),
    "invoices.abbreviated-net": Parts(
        mark("The prices of an abbreviated tax invoice include VAT."),
        mark("The law wants it so where no buyer is named (section 86/6)."),
        mark("Let the prices include VAT, or write a usual invoice."),
    ),
    "invoices.etax-of-no-tax-invoice": Parts(
        mark("This paper is no full tax invoice."),
        mark("e-Tax sends tax invoices; the one of a service is made when it is paid."),
        mark("Send it as PDF, without an e-invoice."),
    ),
    "payments.no-receipt": Parts(
        mark("There is nothing to give a receipt for."),
        mark("A receipt is for money that came in and settles an invoice."),
        mark("Allocate the payment first."),
    ),
    "withholding.only-in-thailand": Parts(
        mark("Certificates of tax withheld are a form of Thailand."),
        mark("This company is in another country."),
        "",
    ),
    "withholding.without-address": Parts(
        mark("The payee has no street address."), SAME_FORM, OF_CONTACT
    ),
    "withholding.without-tax-id": Parts(mark("The payee has no tax ID."), SAME_FORM, OF_CONTACT),
    "withholding.without-number": Parts(
        mark("The customer's certificate has no number."),
        mark("The tax office sets it off by its number."),
        mark("Write the number that stands on it."),
    ),
    "withholding.number-taken": Parts(
        mark("The certificate {number} of {name} was recorded before."),
        mark("A certificate counts once."),
        mark("Look at the number again."),
    ),
    "withholding.without-income": Parts(
        mark("The certificate says of no payment."), "", mark("Write what was paid and withheld.")
    ),
    "withholding.without-amount": Parts(
        mark("The amount paid is above zero."), "", mark("Write the amount without VAT.")
    ),
    "withholding.negative-tax": Parts(
        mark("The tax withheld is not below zero."), "", mark("Write it again.")
    ),
    "withholding.above-amount": Parts(
        mark("{total} withheld is more than the {amount} that was paid."),
        mark("Tax is a part of the amount without VAT."),
        mark("Write the amount or the tax again."),
    ),
    "withholding.other-currency": Parts(
        mark("The certificate is in {wanted}, not in {found}."),
        mark("The tax is handed over in the country's own money."),
        mark("Write the amount in {wanted}."),
    ),
    "withholding.day-to-come": Parts(
        mark("{day} does not fit."),
        mark("A certificate says what was paid, and is not dated before it."),
        mark("Write a day that has been."),
    ),
    "withholding.unusual-rate": Parts(
        mark("{rate} is not a usual rate for this income ({usual} per cent)."),
        mark("The base is the amount without VAT."),
        mark("Look at the amount once more."),
    ),
    "withholding.wrong-return": Parts(
        mark("This payee is usually listed in another return."),
        mark("P.N.D. 53 is for companies, P.N.D. 1 and 3 are for persons."),
        mark("Choose the other return, or mend what the contact is."),
    ),
    "withholding.without-words": Parts(
        mark("It does not say what was paid for."),
        mark("Rows 5 and 6 of the form want it in words."),
        mark("Write it, such as rent or transport."),
    ),
    "withholding.without-reason": Parts(
        mark("It does not say why the certificate is voided."),
        mark("Its number stays, and somebody will ask."),
        mark("Write the reason."),
    ),
    "withholding.voided": Parts(
        mark("The certificate {number} was voided on {day}."),
        mark("Its number stays, and it is listed no more."),
        mark("Issue a new one."),
    ),
}

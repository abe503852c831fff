"""Sentences about e-invoices that we send: what their rules ask for, in the clerk's words."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

_WANTS = mark("The rules of the e-invoice ask for it; the buyer would send it back.")
_IN_CONTACT = mark("Open the customer, add it, and come back.")
_IN_COMPANY = mark("Add it under Company.")
_OTHER = mark("Choose another kind of e-invoice, or none.")

SENTENCES = {
    "einvoice.buyer-reference-missing": Parts(
        mark("The buyer reference is missing: public buyers in Germany need their Leitweg-ID."),
        _WANTS,
        mark("Write it in Your reference, or add the Leitweg-ID to the customer."),
    ),
    "einvoice.reference-missing": Parts(
        mark("Neither the buyer's reference nor the number of its order is there."),
        mark("Peppol wants one of them, so that the invoice finds its reader."),
        mark("Write Your reference or Order number."),
    ),
    "einvoice.buyer-endpoint-missing": Parts(
        mark("There is no address to which the customer gets e-invoices, and no e-mail either."),
        _WANTS,
        _IN_CONTACT,
    ),
    "einvoice.buyer-peppol-id-missing": Parts(
        mark("The Peppol address of the customer is missing."),
        mark("In the network of Peppol an e-mail address is none."),
        mark("Ask the customer, and add it to the customer's identifiers, as 0216:003712345678."),
    ),
    "einvoice.buyer-place-missing": Parts(
        mark("Postcode or town of the customer is missing."), _WANTS, _IN_CONTACT
    ),
    "einvoice.buyer-address-missing": Parts(
        mark("Street, postcode or town of the customer is missing."), _WANTS, _IN_CONTACT
    ),
    "einvoice.delivery-place-missing": Parts(
        mark("Postcode or town of the delivery address is missing."), _WANTS, _IN_CONTACT
    ),
    "einvoice.buyer-operator-missing": Parts(
        mark("The e-invoice address of the customer or its operator is missing."),
        mark("Without them the network cannot carry the e-invoice by itself."),
        _IN_CONTACT,
    ),
    "einvoice.our-number-missing": Parts(
        mark("Our own business ID or tax number is missing."), _WANTS, _IN_COMPANY
    ),
    "einvoice.our-vat-id-missing": Parts(
        mark("Our own VAT number is missing."),
        mark("The VAT on this invoice has to be told under it."),
        _IN_COMPANY,
    ),
    "einvoice.our-account-missing": Parts(
        mark("Our own bank account is missing."), _WANTS, _IN_COMPANY
    ),
    "einvoice.our-phone-missing": Parts(
        mark("Our own telephone number is missing."), _WANTS, _IN_COMPANY
    ),
    "einvoice.our-email-missing": Parts(
        mark("Our own e-mail address is missing."), _WANTS, _IN_COMPANY
    ),
    "einvoice.our-place-missing": Parts(
        mark("Our own postcode or town is missing."), _WANTS, _IN_COMPANY
    ),
    "einvoice.our-address-missing": Parts(
        mark("Our own street, postcode or town is missing."), _WANTS, _IN_COMPANY
    ),
    "einvoice.our-peppol-id-missing": Parts(
        mark("Our own Peppol address is missing."),
        mark("In the network of Peppol an e-mail address is none."),
        _IN_COMPANY,
    ),
    "einvoice.our-operator-missing": Parts(
        mark("Our own e-invoice address or operator is missing."),
        mark("Without them the network cannot carry the e-invoice by itself."),
        _IN_COMPANY,
    ),
    "einvoice.unknown-unit": Parts(
        mark("The unit “{unit}” has no code in e-invoices."),
        mark("There it is told as “piece”; the paper keeps your word."),
        mark("Use a common unit such as pcs, h, day, kg or m, or leave it."),
    ),
    "einvoice.outside-with-others": Parts(
        mark("Lines outside the scope of VAT stand beside others."),
        mark("An e-invoice can hold only one of both."),
        mark("Write two invoices, or send this one on paper."),
    ),
    "einvoice.odd-rate": Parts(
        mark("The code “{vat}” has {rate} of VAT, which its kind does not allow."),
        mark("In e-invoices standard-rated goods have some VAT, and all others have none."),
        mark("Choose another VAT code for the line, or change the kind of this one."),
    ),
    "einvoice.delivery-day-missing": Parts(
        mark("The day of delivery is missing."),
        mark("Goods to another EU country need it."),
        mark("Write it in Delivered."),
    ),
    "einvoice.delivery-day-asked": Parts(
        mark("The day of delivery is missing."),
        mark("German law asks for it."),
        mark("Write it in Delivered, or the days in Period."),
    ),
    "einvoice.period-backwards": Parts(
        mark("The period ends on {until}, before it begins on {since}."),
        "",
        mark("Check both days."),
    ),
    "einvoice.too-long": Parts(
        mark("The quantity has more than {most} signs."),
        mark("Finvoice has no room for more."),
        mark("Use a larger unit or fewer decimals."),
    ),
    "einvoice.says-otherwise": Parts(
        mark("The e-invoice {invoice} does not say what was issued: {parts}."),
        mark("Nothing was issued."),
        mark("Write a report from the Help menu, and issue it on paper for now."),
    ),
    "einvoice.none": Parts(
        mark("There is no e-invoice of this invoice."),
        mark("It was issued on paper alone, or is still a draft."),
        mark("Choose a kind of e-invoice for the customer before you issue the next one."),
    ),
    "einvoice.etax-not-thai": Parts(
        mark("Only a company in Thailand can send e-Tax invoices."), "", _OTHER
    ),
    "einvoice.etax-not-in-baht": Parts(
        mark("An e-Tax invoice is in baht, and this one is in {currency}."),
        mark("The Revenue Department takes the figures from it."),
        _OTHER,
    ),
    "einvoice.our-taxpayer-number-missing": Parts(
        mark("Our own taxpayer number is missing."), _WANTS, _IN_COMPANY
    ),
    "einvoice.our-thai-address-incomplete": Parts(
        mark("Our own address is not complete: street, subdistrict and district, province, code."),
        _WANTS,
        _IN_COMPANY,
    ),
    "einvoice.buyer-thai-address-incomplete": Parts(
        mark("The address of the customer is not complete: street and postcode."),
        _WANTS,
        _IN_CONTACT,
    ),
    "einvoice.origin-missing": Parts(
        mark("The credit note does not name the invoice that it credits."),
        mark("The law asks for its number and day."),
        mark("Write it from the invoice, with Credit."),
    ),
    "einvoice.cause-missing": Parts(
        mark("The reason is missing why it credits or replaces an invoice."),
        mark("The law asks for it."),
        mark("Write it in Reason."),
    ),
}

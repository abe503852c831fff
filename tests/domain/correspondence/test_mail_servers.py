"""Servers are proposed by the domain of an address, and nothing for what is no address."""

from __future__ import annotations

import pytest

from app.domain.correspondence.mail import Security, Server
from app.domain.correspondence.mail_form import AccountForm, check_account
from app.domain.correspondence.mail_servers import _KNOWN, proposal


def test_a_firm_has_its_servers_under_its_own_domain() -> None:
    found = proposal(" aino@Lumo.example ")

    assert (found.name, found.address) == ("aino@Lumo.example", "aino@Lumo.example")
    assert found.smtp == Server("smtp.lumo.example", 465, Security.TLS, "aino@Lumo.example")
    assert found.imap == Server("imap.lumo.example", 993, Security.TLS, "aino@Lumo.example")


@pytest.mark.parametrize("domain", _KNOWN)
def test_what_is_proposed_can_be_kept_as_it_is(domain: str) -> None:
    assert check_account(proposal(f"aino@{domain}")) == ()


def test_a_provider_that_protects_the_line_later_has_another_port() -> None:
    smtp = proposal("aino@icloud.com").smtp

    assert (smtp.host, smtp.port, smtp.security) == ("smtp.mail.me.com", 587, Security.STARTTLS)


@pytest.mark.parametrize("text", ["", "aino", "aino@", "@lumo.example", "a b@lumo.example"])
def test_what_is_no_address_has_no_servers(text: str) -> None:
    assert proposal(text) == AccountForm(address=text)

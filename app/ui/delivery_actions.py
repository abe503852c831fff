"""What can be done with deliveries and returns, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_ORDERS = ("record", "orders")

DELIVERIES: tuple[Action, ...] = (
    Action(
        "orders.deliveries",
        mark("Deliveries"),
        *_ORDERS,
        shortcut="Alt+4",
        icon="truck-delivery",
        is_apart=True,
    ),
    Action("orders.returns", mark("Returns"), *_ORDERS, shortcut="Alt+5", icon="arrow-back-up"),
    Action(
        "delivery.plan",
        mark("Deliver"),
        *_ORDERS,
        shortcut="Ctrl+Shift+D",
        icon="truck-delivery",
        letter="d",
        tip=mark("Plan a delivery of all that is reserved for the order"),
    ),
    Action(
        "delivery.part",
        mark("Deliver a part…"),
        *_ORDERS,
        icon="truck-delivery",
        tip=mark("Enter how much of each line goes out now"),
    ),
    Action("delivery.open", mark("Open delivery"), *_ORDERS, icon="external-link"),
    Action(
        "delivery.next",
        mark("Next step"),
        *_ORDERS,
        shortcut="F8",
        icon="player-track-next",
        tip=mark("Pick, pack, send, or note that it arrived"),
    ),
    Action(
        "delivery.picked",
        mark("Picked so much…"),
        *_ORDERS,
        shortcut="F6",
        icon="circle-check",
        tip=mark("Enter how much of the chosen line is picked"),
    ),
    Action(
        "delivery.elsewhere",
        mark("Not there…"),
        *_ORDERS,
        shortcut="Shift+F6",
        icon="help",
        tip=mark("Pick the chosen line at another place, or let its place be counted"),
    ),
    Action(
        "delivery.parcel",
        mark("Into a parcel…"),
        *_ORDERS,
        shortcut="F7",
        icon="package",
        tip=mark("Put the chosen line, or a part of it, into a parcel"),
    ),
    Action(
        "delivery.carry",
        mark("Carrier and tracking…"),
        *_ORDERS,
        shortcut="F9",
        icon="truck-delivery",
        tip=mark("Write how the goods travel"),
    ),
    Action(
        "delivery.areas",
        mark("Group by postcode…"),
        *_ORDERS,
        shortcut="Ctrl+G",
        icon="map-pin",
        tip=mark("Pick together what goes the same way"),
    ),
    Action("delivery.pick-list", mark("Pick list"), *_ORDERS, icon="list-details"),
    Action("delivery.note", mark("Delivery note"), *_ORDERS, icon="file-text"),
    Action(
        "delivery.mail",
        mark("Send delivery note by e-mail…"),
        *_ORDERS,
        shortcut="Ctrl+E",
        icon="mail-forward",
        tip=mark("Write a mail to the customer with the note and the tracking number"),
    ),
    Action("delivery.slips", mark("Packing slips"), *_ORDERS, icon="file-text"),
    Action("delivery.labels", mark("Parcel labels"), *_ORDERS, icon="tag"),
    Action("delivery.customs", mark("Customs and freight"), *_ORDERS, icon="world"),
    Action("delivery.order", mark("Open the order"), *_ORDERS, icon="external-link"),
    Action("delivery.cancel", mark("Call off…"), *_ORDERS, icon="circle-x"),
    Action(
        "return.announce",
        mark("Goods come back…"),
        *_ORDERS,
        icon="arrow-back-up",
        tip=mark("Give a return its number, for the customer to write on the parcel"),
        is_apart=True,
    ),
    Action("return.open", mark("Open return"), *_ORDERS, icon="external-link"),
    Action(
        "return.next",
        mark("Next step of the return"),
        *_ORDERS,
        icon="player-track-next",
        tip=mark("Receive, inspect, decide, or credit"),
    ),
    Action("return.slip", mark("Return slip"), *_ORDERS, icon="file-text"),
    Action("return.cancel", mark("Call the return off…"), *_ORDERS, icon="circle-x"),
)

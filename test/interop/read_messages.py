"""
Reads messages with Python's own MIME parser, python3-icalendar and python3-vobject: a line of JSON
for each of the files that are given.
"""

import email
import email.policy
import json
import sys

import icalendar
import vobject


def structure(part):
    node = {"type": part.get_content_type(), "parameters": dict(part.get_params() or [])}
    if part.is_multipart():
        node["children"] = [structure(child) for child in part.iter_parts()]
    return node


def values_of(component, name):
    found = component.get(name, [])
    return found if isinstance(found, list) else [found]


def address(value):
    return {"value": str(value), "parameters": {k: str(v) for k, v in value.params.items()}}


def one(component, name):
    found = component.get(name)
    if found is None:
        return None
    return found.to_ical().decode("utf-8") if hasattr(found, "dt") else str(found)


def describe(component):
    return {
        "name": component.name,
        "attendees": [address(value) for value in values_of(component, "attendee")],
        "organizers": [address(value) for value in values_of(component, "organizer")],
        "comments": [str(value) for value in values_of(component, "comment")],
        "uid": one(component, "uid"),
        "sequence": one(component, "sequence"),
        "recurrenceId": one(component, "recurrence-id"),
        "dtstamp": one(component, "dtstamp"),
        "start": one(component, "dtstart"),
        "end": one(component, "dtend"),
        "summary": one(component, "summary"),
        "status": one(component, "request-status"),
        "errors": [list(error) for error in component.errors],
    }


def calendar_of(part):
    calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    return {
        "method": str(calendar["method"]),
        "components": [describe(inner) for inner in calendar.subcomponents],
    }


def with_vobject(part):
    """Reads the object, checks it by vobject's own tables and writes it again."""
    calendar = vobject.readOne(part.get_payload(decode=True).decode("utf-8"))
    calendar.validate(raiseException=True)
    calendar.serialize()
    inner = [each for each in calendar.components() if each.name != "VTIMEZONE"]
    return {
        "method": calendar.method.value,
        "uids": [each.uid.value for each in inner],
        "attendees": [
            {"value": one.value, "partstat": one.params.get("PARTSTAT", [None])[0]}
            for each in inner
            for one in each.contents.get("attendee", [])
        ],
    }


def read(octets):
    message = email.message_from_bytes(octets, policy=email.policy.default)
    parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    return {
        "structure": structure(message),
        "defects": [repr(defect) for part in message.walk() for defect in part.defects],
        "from": [[a.display_name, a.addr_spec] for a in message["from"].addresses],
        "to": [[a.display_name, a.addr_spec] for a in message["to"].addresses],
        "subject": message["subject"],
        "inReplyTo": message["in-reply-to"],
        "calendars": [calendar_of(part) for part in parts],
        "vobjects": [with_vobject(part) for part in parts],
    }


for name in sys.argv[1:]:
    with open(name, "rb") as file:
        try:
            result = read(file.read())
        except Exception as error:  # Whatever a parser throws is its verdict.
            result = {"error": repr(error)}
    print(json.dumps(result))

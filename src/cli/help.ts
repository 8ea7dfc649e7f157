/** What `--help` prints. */
export function helpText(): string {
  return `convene: invitations you can trust, answered the way the standards say

  convene check FILE…                 inspect messages, one JSON object a line
  convene apply FILE… --ledger L.json feed messages into a ledger, as if each had just arrived
  convene reply FILE ANSWER           print the message that answers an invitation
  convene rules                       the catalogue of rules
  convene invite EVENT.ics PURPOSE    print the organizer's message

PURPOSE is --to ADDR… (repeat it), --update or --cancel.

FILE is a message (RFC 5322) or a bare .ics; - is standard input.

ANSWER is one of
  --accept --tentative --decline
  --delegate ADDR     the REPLY to the organizer; with --to-delegate the REQUEST for ADDR
  --counter START/END propose another time
  --refresh           ask for the latest version

Options
  --me ADDR           one of the user's addresses; repeat it; the first is the default
  --alias ADDR        another address that reaches the user
  --now ISO           the time (default: the clock); UTC where no offset is given
  --ledger FILE       what is known; read by check and reply, written by apply
  --calendar FILE.ics events that the user's calendars hold
  --authserv ID       whose Authentication-Results is believed
  --locale TAG        language of sentences (default: en)
  --text              for people instead of JSON
  --mask              replace addresses
  --comment TEXT      for the organizer
  --occurrence TIME   answer for one occurrence, as recurrenceId is printed
  --from "Name <a@b>" who answers
  --invitation N      which invitation of the message (from 1)
  --version --help

Exit codes: 0; 1 check found an error or a file could not be opened, reply is not possible,
apply could not open a file; 2 the call is not understood.
`;
}

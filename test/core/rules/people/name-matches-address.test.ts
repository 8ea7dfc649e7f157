import { nameMatchesAddress } from "../../../../src/core/rules/people/name-matches-address.ts";
import { BOSS, calendarOf, testRule } from "../rule-tester.ts";

const data = { name: "ceo@example.org", address: "eve@example.net" };

testRule(nameMatchesAddress, {
  valid: [
    { name: "a name is a name" },
    { name: "there is no name", fields: [`From: ${BOSS}`], event: [`ORGANIZER:mailto:${BOSS}`] },
    { name: "the name is the address", fields: [`From: "${BOSS.toUpperCase()}" <${BOSS}>`] },
    {
      name: "a service names whom it writes for",
      fields: [`From: "${BOSS} via Calendar" <no-reply@cal.com>`, `Reply-To: ${BOSS}`],
    },
    {
      name: "a service names its Sender",
      fields: [`From: "${BOSS}" <no-reply@cal.com>`, `Sender: ${BOSS}`],
    },
    {
      name: "ORGANIZER's name is its EMAIL",
      event: [`ORGANIZER;CN=${BOSS};EMAIL=${BOSS}:mailto:cal-1@example.net`],
    },
    {
      name: "what looks a little like an address",
      fields: ['From: "Boss @ work, e.g. (a@b)" <eve@example.net>'],
    },
    { name: "a file without ORGANIZER", message: calendarOf({ name: "", event: ["ORGANIZER"] }) },
  ],
  invalid: [
    {
      name: "From is called another address",
      fields: ['From: "ceo@example.org" <eve@example.net>'],
      reports: [{ data }],
    },
    {
      name: "From's name holds another address",
      fields: ['From: "The CEO <ceo@example.org>" <eve@example.net>'],
      reports: [{ data }],
    },
    {
      name: "ORGANIZER is called another address",
      event: ['ORGANIZER;CN="ceo@example.org":mailto:eve@example.net'],
      reports: [{ data }],
    },
    {
      name: "ORGANIZER has no mailbox",
      event: ["ORGANIZER;CN=ceo@example.org:urn:uuid:1"],
      reports: [{ data: { name: "ceo@example.org", address: null } }],
    },
  ],
});

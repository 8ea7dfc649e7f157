import { sequenceNotOlder } from "../../../../src/core/rules/freshness/sequence-not-older.ts";
import { after } from "../remembering.ts";
import { testRule } from "../rule-tester.ts";

const remembered = await after({ event: ["SEQUENCE:2"] });

testRule(sequenceNotOlder, {
  valid: [
    { name: "nothing is known" },
    { name: "what is known is older", event: ["SEQUENCE:3"], remembered },
    { name: "what is known is a copy", event: ["SEQUENCE:2"], remembered },
    {
      name: "the event is cancelled: another rule's matter",
      remembered: await after({}, { method: "CANCEL", event: ["SEQUENCE:1", "STATUS:CANCELLED"] }),
    },
  ],
  invalid: [
    {
      name: "a higher SEQUENCE is known",
      event: ["SEQUENCE:1"],
      remembered,
      reports: [
        {
          wording: "sequence",
          data: {
            sequence: 1,
            knownSequence: 2,
            dtstamp: "2026-11-22T11:59:00Z",
            knownDtstamp: "2026-11-22T11:59:00Z",
          },
        },
      ],
    },
    {
      name: "a later DTSTAMP is known",
      event: ["SEQUENCE:2", "DTSTAMP:20261122T115800Z"],
      remembered,
      reports: [
        {
          wording: "dtstamp",
          data: {
            sequence: 2,
            knownSequence: 2,
            dtstamp: "2026-11-22T11:58:00Z",
            knownDtstamp: "2026-11-22T11:59:00Z",
          },
        },
      ],
    },
    {
      name: "a DTSTAMP is known, and neither it nor a Date is here",
      fields: ["Date"],
      event: ["SEQUENCE:2", "DTSTAMP"],
      remembered,
      reports: [
        {
          wording: "dtstamp",
          data: {
            sequence: 2,
            knownSequence: 2,
            dtstamp: "",
            knownDtstamp: "2026-11-22T11:59:00Z",
          },
        },
      ],
    },
  ],
});

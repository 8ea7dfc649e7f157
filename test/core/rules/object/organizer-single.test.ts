import { organizerSingle } from "../../../../src/core/rules/object/organizer-single.ts";
import { override, placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const ID = "RECURRENCE-ID:20261201T090000Z";
const taken = override(ID, "ORGANIZER:mailto:mallory@example.net");

testRule(organizerSingle, {
  valid: [
    { name: "there is one event" },
    {
      name: "an override writes it otherwise",
      components: override(ID, "ORGANIZER:MAILTO:Boss@Example.com"),
    },
    { name: "an override lacks it, which another rule says", components: override(ID) },
    {
      name: "a component has two, which another rule says",
      event: ["ORGANIZER:mailto:a@example.com", "ORGANIZER:mailto:b@example.com"],
    },
    { name: "lists may have several", method: "PUBLISH", components: taken },
  ],
  invalid: [
    {
      name: "an override has another",
      components: taken,
      reports: [
        {
          data: {
            organizers: ["boss@example.com", "mallory@example.net"],
            ...placed({ components: taken }, "ORGANIZER:mailto:mallory"),
          },
        },
      ],
    },
  ],
});

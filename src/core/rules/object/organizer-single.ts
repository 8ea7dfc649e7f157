import { propertiesNamed } from "../../calendar/component.ts";
import { organizerKey, readCalendarUser, writtenAddress } from "../../itip/calendar-user.ts";
import { dataAt, scheduledComponents } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** Several in one component are a matter of properties-single. */
export const organizerSingle: Rule = {
  id: "organizer-single",
  family: "object",
  severity: "error",
  clause: "RFC 5546 §3.2.2",
  methods: ["REQUEST", "REPLY", "CANCEL", "DECLINECOUNTER"],
  placeholders: ["organizers"],
  check(context) {
    const organizers = scheduledComponents(context)
      .flatMap((component) => propertiesNamed(component, "ORGANIZER").slice(0, 1))
      .map(readCalendarUser);
    const different = new Map(organizers.map((user) => [organizerKey(user), user]));
    const [, second] = different.values();
    return second === undefined
      ? []
      : [
          {
            data: dataAt(context, second.property, {
              organizers: [...different.values()].slice(0, MOST_NAMED).map(writtenAddress),
            }),
          },
        ];
  },
};

/** More say nothing more. */
const MOST_NAMED = 5;

import type { Rule } from "../rule.ts";

export const notDuplicate: Rule = {
  id: "not-duplicate",
  family: "freshness",
  severity: "notice",
  clause: "RFC 5546 §2.1.5",
  methods: "*",
  placeholders: ["sequence"],
  check({ invitation, situation }) {
    const standing = situation?.standing;
    return standing?.state === "duplicate"
      ? [
          {
            data: {
              sequence: invitation?.main?.sequence ?? 0,
              messageId: standing.against?.source ?? "",
            },
          },
        ]
      : [];
  },
};

import { describe, expect, it } from "vitest";

import { Stage, type Received } from "../attacks/stage.ts";
import { hasCorpus, readCorpus, whyPassedOver } from "./corpus.ts";

const FILES = [
  "src__Net-ICal-Libical__test-data__rfc2446.ics",
  "src__test__itip.ics",
  "test-data__2446.ics",
  "test-data__classify.ics",
  "test-data__restriction.ics",
];

const EXAMPLES = "test-data__2446.ics";
const CONFERENCE = "calsrv.example.com-873970198738777@example.com";

/** The calendars of a file, each as a file of its own. */
function objectsIn(file: string): readonly string[] {
  const text = hasCorpus ? new TextDecoder().decode(readCorpus(`libical/${file}`)) : "";
  return text.match(/^BEGIN:VCALENDAR$.*?^END:VCALENDAR$/gms) ?? [];
}

/** A property's first value, read without any knowledge of iCalendar. */
function valueIn(object: string, name: string): string | null {
  const unfolded = object.replace(/\r?\n[ \t]/g, "");
  return new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, "m").exec(unfolded)?.[1]?.trim() ?? null;
}

function stageFor(me: string): Stage {
  return new Stage({
    now: Date.UTC(1997, 6, 20),
    addresses: { identities: [me], aliases: [] },
  });
}

function open(object: string, me = "b@example.com"): Promise<Received> {
  return stageFor(me).open(new TextEncoder().encode(object));
}

const cases = FILES.flatMap((file) =>
  objectsIn(file).map((object, index) => ({ name: `${file} ${index + 1}`, object })),
);

describe.skipIf(!hasCorpus)(`libical's objects${whyPassedOver}`, () => {
  it("are all found", () => {
    expect(cases).toHaveLength(112);
  });

  it.each(cases)("$name is read with its METHOD, UID and people", async ({ object }) => {
    const { inspection, card } = await open(object);
    const [first, ...others] = inspection.invitations;

    expect(first?.invitation.method).toBe(valueIn(object, "METHOD")?.toUpperCase());
    expect(card.ref.uid).toBe(valueIn(object, "UID"));
    expect(card.organizer?.address?.toLowerCase() ?? null).toBe(
      valueIn(object, "ORGANIZER")
        ?.replace(/^mailto:/i, "")
        .toLowerCase() ?? null,
    );
    expect(new Set(others.map(({ invitation }) => invitation.method)).size).toBeLessThanOrEqual(1);
  });

  it.each([
    ["a status that does not exist", "values-valid", /STATUS:Needs Action/],
    ["a time of seven digits", "values-valid", /T2000000Z/],
  ])("have errors that are found: %s", async (_, rule, mark) => {
    const [broken] = cases.filter(({ object }) => mark.test(object));
    const received = await open(broken?.object ?? "");

    expect(received.broken.join()).toContain(rule);
  });

  it("have an object that breaks nearly every restriction", async () => {
    const [, worst] = objectsIn("test-data__restriction.ics");
    const received = await open(worst ?? "");

    expect(received).toMatchObject({ state: "unusable", verdict: "unusable" });
    expect(received.broken).toEqual(
      expect.arrayContaining(["method-known: error", "properties-single: error"]),
    );
  });
});

describe.skipIf(!hasCorpus)(`libical's conversations${whyPassedOver}`, () => {
  const conference = objectsIn(EXAMPLES).filter((object) => valueIn(object, "UID") === CONFERENCE);
  const [request, reply, update] = conference;

  it("the group event of RFC 2446 §4.2 is invited to, answered and changed", async () => {
    const guest = stageFor("b@example.com");
    const host = stageFor("a@example.com");
    const receive = (stage: Stage, object = ""): Promise<Received> =>
      stage.receive(new TextEncoder().encode(object));

    expect(await receive(guest, request)).toMatchObject({ state: "new" });
    expect(await receive(guest, update)).toMatchObject({ state: "update" });
    expect(await receive(guest, request)).toMatchObject({ state: "stale" });
    expect((await receive(host, request)).card.role).toBe("organizer");
    expect(await receive(host, reply)).toMatchObject({ state: "reply", broken: [] });
  });

  it("the published event of RFC 2446 §4.1 is changed, cancelled and outdated", async () => {
    const stage = stageFor("b@example.com");
    const states: string[] = [];
    for (const object of objectsIn(EXAMPLES).slice(0, 3)) {
      states.push((await stage.receive(new TextEncoder().encode(object))).state);
    }
    const first = await stage.open(new TextEncoder().encode(objectsIn(EXAMPLES)[0]));

    expect(states).toEqual(["published", "published", "cancelled"]);
    expect(first.state).toBe("stale");
  });

  it("classify: a lower SEQUENCE is older, whatever its DTSTAMP says", async () => {
    const [newer, older] = objectsIn("test-data__classify.ics");
    const stage = stageFor("b@example.com");
    await stage.receive(new TextEncoder().encode(newer));

    expect((await stage.receive(new TextEncoder().encode(older))).state).toBe("stale");
  });
});

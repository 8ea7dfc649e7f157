import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CALENDAR, STORE } from "./edition.ts";
import { readCards } from "./read-cards.ts";
import { sampleMail, SAMPLE_USER } from "./sample.ts";
import { makeSigner, type Signer } from "./signed-mail.ts";
import { Stage } from "./stage.ts";

/** Of the sample. */
const ORGANIZER = "dana@example.com";

const TRUST = `
  const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
  database.addCertFromBase64(arguments[0], ",C,");
`;

/** A copy of its own, sent now: Thunderbird compares Date with the time of signing. */
function resent(message: string, name: string): string {
  return message
    .replace(/^Message-ID:.*$/im, `Message-ID: <${name}@example.com>`)
    .replace(/^Date:.*$/im, `Date: ${new Date().toUTCString()}`);
}

describe("an invitation signed with S/MIME", () => {
  let stage: Stage;
  let organizer: Signer;
  let stranger: Signer;

  beforeAll(async () => {
    organizer = makeSigner(ORGANIZER);
    stranger = makeSigner("eve@example.net");
    stage = await Stage.start(CALENDAR, { identities: [SAMPLE_USER] });
    for (const { authority } of [organizer, stranger]) {
      await stage.thunderbird.run(TRUST, authority);
    }
  });

  afterAll(async () => {
    await stage.stop();
  });

  async function cardOf(message: string) {
    await stage.receive(message);
    await stage.waitForAction(({ isEnabled }) => isEnabled);
    const popup = await stage.openPopup();
    const [card] = await readCards(popup);
    const people = await popup.text(".fact-organizer");
    await stage.closePopup();
    return { findings: card?.findings ?? [], people };
  }

  const sample = sampleMail("budget-request");

  it.each(["detached", "opaque"] as const)(
    "names the organizer who signed it (%s)",
    async (form) => {
      const { findings, people } = await cardOf(resent(organizer.sign(sample, form), form));

      expect(people).toContain(`Signed by ${ORGANIZER}`);
      expect(findings).not.toContain("signature-expected");
      expect(findings).not.toContain("signer-is-organizer");
    },
  );

  it("warns of somebody else who signed it", async () => {
    const { findings, people } = await cardOf(
      resent(stranger.sign(sample, "detached"), "stranger"),
    );

    expect(people).toContain("Signed by eve@example.net");
    expect(findings).toContain("signer-is-organizer");
  });

  it("warns of a signature that does not fit what was signed", async () => {
    const signed = resent(organizer.sign(sample, "detached"), "broken");
    const { findings, people } = await cardOf(signed.replaceAll("Room 4", "Room 5"));

    expect(people).not.toContain("Signed");
    expect(findings).toContain("signature-expected");
  });

  it("warns of a signer whom nobody vouches for", async () => {
    const unknown = makeSigner(ORGANIZER);
    const { findings } = await cardOf(resent(unknown.sign(sample, "detached"), "unknown"));

    expect(findings).toContain("signature-expected");
  });
});

describe("without a capability for signatures", () => {
  it("an invitation signed with S/MIME is said to be signed and not checked", async () => {
    const stage = await Stage.start(STORE, { identities: [SAMPLE_USER] });
    try {
      await stage.receive(makeSigner(ORGANIZER).sign(sampleMail("budget-request"), "detached"));
      await stage.waitForAction(({ isEnabled }) => isEnabled);
      const popup = await stage.openPopup();

      expect(await popup.text(".fact-organizer")).toContain("the signature is not checked here");
      expect((await readCards(popup))[0]?.findings).not.toContain("signature-expected");
    } finally {
      await stage.stop();
    }
  });
});

import type { DraftLeaf, DraftPart } from "./draft.ts";

/** The body of an iMIP message (RFC 6047 §2.4): text and calendar object, alternatives of each other. */
export function imipBody(
  text: string,
  object: { readonly method: string; readonly text: string },
  attachCopy: boolean,
): DraftPart {
  const alternative: DraftPart = {
    mediaType: "multipart/alternative",
    children: [
      leaf("text/plain", [["charset", "UTF-8"]], text),
      leaf(
        "text/calendar",
        [
          ["method", object.method],
          ["charset", "UTF-8"],
        ],
        object.text,
      ),
    ],
  };
  const copy = { ...leaf("application/ics", [], object.text), attachmentName: "invite.ics" };
  return attachCopy ? { mediaType: "multipart/mixed", children: [alternative, copy] } : alternative;
}

function leaf(mediaType: string, parameters: DraftLeaf["parameters"], text: string): DraftLeaf {
  return { mediaType, parameters, attachmentName: null, text };
}

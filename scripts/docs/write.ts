import { readFileSync, writeFileSync } from "node:fs";

import { catalogue } from "../../src/core/rules/catalogue.ts";
import { translateFrom, type Message } from "../../src/core/words/messages.ts";
import { rulesDocument } from "./rules-document.ts";

const messages = JSON.parse(readFileSync("_locales/en/messages.json", "utf8")) as Record<
  string,
  Message
>;
writeFileSync("docs/rules.md", rulesDocument(catalogue, translateFrom(messages)));

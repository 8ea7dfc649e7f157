import { readFileSync, writeFileSync } from "node:fs";

import * as limits from "../../src/core/limits.ts";
import { catalogue } from "../../src/core/rules/catalogue.ts";
import { translateFrom, type Message } from "../../src/core/words/messages.ts";
import { limitsDocument } from "./limits-document.ts";
import { rulesDocument } from "./rules-document.ts";

const messages = JSON.parse(readFileSync("_locales/en/messages.json", "utf8")) as Record<
  string,
  Message
>;
writeFileSync("docs/rules.md", rulesDocument(catalogue, translateFrom(messages)));
writeFileSync("docs/limits.md", limitsDocument(readFileSync("src/core/limits.ts", "utf8"), limits));

/**
 * `web-ext lint` for both editions. It knows Firefox only; whatever it says beyond the expected
 * complaints fails.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { editions } from "./editions.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Code of a complaint, and why it is none. */
const EXPECTED = {
  MANIFEST_FIELD_PRIVILEGED: "experiment_apis is open to every Thunderbird add-on",
  MANIFEST_PERMISSIONS: "it does not know the permissions for mail",
  MANIFEST_OPTIONAL_PERMISSIONS: "the same for those that are asked for later",
  STRICT_MAX_VERSION: "asked for by Thunderbird's store for Experiments",
  MISSING_DATA_COLLECTION_PERMISSIONS: "a key of Firefox that Thunderbird's store does not ask for",
};

/** Thunderbird's permissions in manifest.json; any other unknown one is a mistake. */
const MAIL_PERMISSIONS = [
  "accountsRead",
  "compose",
  "messagesDelete",
  "messagesImport",
  "messagesRead",
  "messagesTags",
  "messagesUpdate",
];

let failed = 0;
for (const { name } of editions) {
  const complaints = lint(join(root, "dist", name)).filter((complaint) => !isExpected(complaint));
  failed += complaints.length;
  for (const { code, message, description, file, line } of complaints) {
    console.error(`${name}: ${code} ${file ?? ""}:${line ?? ""} ${message} ${description ?? ""}`);
  }
  console.log(`${name}: ${complaints.length} complaints of web-ext lint`);
}
process.exitCode = failed > 0 ? 1 : 0;

function lint(folder) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/web-ext/bin/web-ext.js"),
      "lint",
      "--output=json",
      "--no-config-discovery",
      `--source-dir=${folder}`,
    ],
    { encoding: "utf8", env: { ...process.env, NO_UPDATE_NOTIFIER: "1" } },
  );
  try {
    const { errors, warnings, notices } = JSON.parse(stdout);
    return [...errors, ...warnings, ...notices];
  } catch {
    throw new Error(`web-ext lint gave no result: ${stderr}${stdout}`);
  }
}

function isExpected({ code, message, file }) {
  if (!Object.hasOwn(EXPECTED, code)) {
    return false;
  }
  if (["MANIFEST_PERMISSIONS", "MANIFEST_OPTIONAL_PERMISSIONS"].includes(code)) {
    return MAIL_PERMISSIONS.some((permission) => message.includes(`"${permission}"`));
  }
  return file === "manifest.json";
}

/**
 * Makes a fresh machine ready: npm packages and Debian packages. Plain Node, because it runs
 * before `npm ci`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Thunderbird before it opens `file:` attachments of invitations (CVE-2026-84637). */
const MINIMUM_THUNDERBIRD = [153, 2];

/** Debian package, and what it brings: a command, or a path. */
const PACKAGES = {
  thunderbird: "thunderbird",
  xvfb: "Xvfb",
  "dovecot-imapd": "/usr/lib/dovecot/imap",
  chromium: "chromium",
  "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu",
  imagemagick: "import",
  xdotool: "xdotool",
  openssl: "openssl",
  gcc: "gcc",
  "libc6-dev": "/usr/include/stdio.h",
  "libical-dev": "/usr/include/libical/ical.h",
  python3: "/usr/bin/python3",
  "python3-icalendar": "/usr/lib/python3/dist-packages/icalendar",
  "python3-vobject": "/usr/lib/python3/dist-packages/vobject",
  "python3-radicale": "/usr/lib/python3/dist-packages/radicale",
  "g++": "g++",
  "libkf5calendarcore-dev": "/usr/include/KF5/KCalendarCore",
  "cyrus-common": "/usr/lib/cyrus/bin/lmtpd",
  "cyrus-caldav": "/usr/lib/cyrus/bin/httpd",
};

/** Packages and commands are ready when this returns; otherwise it says what to do and exits 1. */
export function setUp() {
  installNodeModules();
  installDebianPackages();
  requireThunderbird();
}

function installNodeModules() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    return;
  }
  console.log("Installing the npm packages of package-lock.json …");
  run(["npm", "ci", "--no-audit", "--no-fund"]);
}

function installDebianPackages() {
  const missing = missingPackages();
  if (missing.length === 0) {
    return;
  }
  const command = ["apt-get", "install", "-y", "--no-install-recommends", ...missing];
  const prefix = rootPrefix();
  if (prefix === null) {
    fail(
      `These Debian packages are missing: ${missing.join(" ")}. Please run this line, then again:\n` +
        `  sudo apt-get update && sudo DEBIAN_FRONTEND=noninteractive ${command.join(" ")}`,
    );
  }
  console.log(`Installing the Debian packages ${missing.join(" ")} …`);
  run([...prefix, "apt-get", "update"]);
  run([...prefix, "env", "DEBIAN_FRONTEND=noninteractive", ...command]);
  const still = missingPackages();
  if (still.length > 0) {
    fail(`Still missing after the installation: ${still.join(" ")}.`);
  }
}

function requireThunderbird() {
  const { stdout } = spawnSync("thunderbird", ["--version"], { encoding: "utf8" });
  const version = /(\d+)\.(\d+)/.exec(stdout ?? "");
  const [major, minor] = MINIMUM_THUNDERBIRD;
  if (version === null) {
    fail("Thunderbird is missing: `thunderbird --version` says nothing.");
  }
  const found = [Number(version[1]), Number(version[2])];
  if (found[0] < major || (found[0] === major && found[1] < minor)) {
    fail(`Thunderbird ${major}.${minor} or later is needed; this is ${version[0]}.`);
  }
}

function missingPackages() {
  return Object.entries(PACKAGES)
    .filter(([, brings]) => !isThere(brings))
    .map(([name]) => name);
}

/** Commands of the administrator are looked for too: a user's PATH often lacks them. */
function isThere(commandOrPath) {
  if (commandOrPath.startsWith("/")) {
    return existsSync(commandOrPath);
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.some((folder) => existsSync(join(folder, commandOrPath)));
}

/** What to put before a command to run it as root; null where that takes a password. */
function rootPrefix() {
  if (!isThere("apt-get")) {
    return null;
  }
  if (process.getuid?.() === 0) {
    return [];
  }
  const { status } = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" });
  return status === 0 ? ["sudo", "-n"] : null;
}

function run([command, ...parameters]) {
  try {
    execFileSync(command, parameters, { cwd: root, stdio: "inherit" });
  } catch {
    // The command has said on the terminal what went wrong.
    fail(`This failed: ${[command, ...parameters].join(" ")}`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
}

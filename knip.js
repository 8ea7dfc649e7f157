import { existsSync, readdirSync } from "node:fs";

/** Every page, and the banner, has its folder: src/ui/popup/popup.ts. */
const pages = readdirSync("src/ui")
  .map((name) => `src/ui/${name}/${name}.ts`)
  .filter(existsSync);

/** @type {import("knip").KnipConfig} */
const config = {
  ignoreExportsUsedInFile: true,
  entry: [
    "scripts/*.js",
    "scripts/{demo,fuzz,kill}/main.ts",
    "scripts/docs/write.ts",
    "scripts/{bench,screenshots}/*.ts",
    "src/background/main.ts",
    "src/cli/convene.ts",
    "src/thunderbird/edition-*.ts",
    ...pages,
    "test/**/*.test.ts",
    "test/harness/in-thunderbird.js",
    "test/pages/extension-api.ts",
    "test/ui/gallery/*.{js,ts}",
  ],
  project: ["src/**/*.{ts,js}", "scripts/**/*.{ts,js}", "test/**/*.{ts,js}"],
  ignore: ["src/experiments/**", "**/*.d.ts"],
  ignoreDependencies: ["punycode", "@types/punycode", "web-ext"],
};

export default config;

import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * Who may import whom: `code` and `types` name the folders below src, or what is in one
 * (docs/architecture.md).
 */
const layers = {
  core: { code: [], types: [] },
  app: { code: ["core"], types: [] },
  ledger: { code: ["core"], types: ["app"] },
  thunderbird: { code: ["core"], types: ["app"] },
  messaging: { code: [], types: ["core", "app"] },
  background: { code: ["core", "app", "ledger", "thunderbird", "messaging"], types: [] },
  ui: { code: ["messaging", "core/words", "core/answer/second-click"], types: ["core", "app"] },
  cli: { code: ["core"], types: [] },
};

/** What of a folder may be imported where the folder may not. */
const within = (folder, code) =>
  code.filter((part) => part.startsWith(`${folder}/`)).map((part) => part.slice(folder.length + 1));

/** What a page may import of core (words: sentences for people) reads types only. */
const layerBlocks = Object.entries(layers).map(([folder, { code, types }]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      {
        patterns: Object.keys(layers)
          .filter((other) => other !== folder && !code.includes(other))
          .map((other) => ({
            regex: `(^|/)\\.\\./${other}/(?!(${within(other, code).join("|")})[/.])`,
            allowTypeImports: types.includes(other),
            message: `src/${folder} must not know src/${other}.`,
          })),
      },
    ],
  },
}));

const limits = {
  "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ["error", 10],
  "max-depth": ["error", 3],
  "max-params": ["error", 3],
};

export default tseslint.config(
  { ignores: ["dist/", "demo/", "coverage/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["src/**/*.ts", "test/**/*.ts", "scripts/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          "./tsconfig.json",
          "./src/core/tsconfig.json",
          "./src/cli/tsconfig.json",
          "./test/tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      curly: ["error", "all"],
      eqeqeq: ["error", "always"],
      "no-console": ["error", { allow: ["error", "warn"] }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  { files: ["src/**/*.ts"], rules: limits },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "core has no clock: take `now`." },
        { object: "Math", property: "random", message: "core has no randomness: take it." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "core has no clock: take `now`.",
        },
      ],
    },
  },
  { files: ["src/cli/**/*.ts", "test/**/*.ts", "scripts/**/*.ts"], rules: { "no-console": "off" } },
  {
    files: ["scripts/**/*.js", "*.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
  {
    files: ["src/experiments/**/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: {
        ExtensionCommon: "readonly",
        ExtensionUtils: "readonly",
        ExtensionAPI: "readonly",
        ChromeUtils: "readonly",
        Services: "readonly",
        Components: "readonly",
        Cc: "readonly",
        Ci: "readonly",
        Cr: "readonly",
        Cu: "readonly",
        console: "readonly",
        IOUtils: "readonly",
        PathUtils: "readonly",
      },
    },
  },
  ...layerBlocks,
);

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "test/{core,app,ledger,messaging,thunderbird,ui,cli,scripts,fuzz,scenarios,docs,attacks,corpus}/**/*.test.ts",
          ],
          // A busy machine is no failure; what hangs is still found.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "interop",
          include: ["test/interop/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "pages",
          include: ["test/pages/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    coverage: {
      include: ["src/core/**"],
      reporter: ["text-summary"],
      thresholds: { "src/core/rules/**": { branches: 100 } },
    },
  },
});

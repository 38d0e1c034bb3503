import { defineConfig } from "vitest/config";

const all = "test/**/*.test.{ts,tsx}";

/** What drives browsers, processes, sockets of platforms or the environment gets a module world of its own for each file. */
const apart = [
  "test/{browser,channels,doctor,faults,fresh,story}/**/*.test.{ts,tsx}",
  "test/web/**/browser*.test.ts",
  "test/{config,kept,log,main,serve,show-link}.test.ts",
  "test/understand/command.test.ts",
  "test/understand/llm/**/*.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // The others share what they import: loading it anew for each of them took a quarter of the time.
      { extends: true, test: { name: "together", include: [all], exclude: apart, isolate: false } },
      { extends: true, test: { name: "apart", include: apart } },
    ],
  },
});

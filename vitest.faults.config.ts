/** `npm run faults`: the long form of the fault tests, about a quarter of an hour on two cores. docs/faults.md says what each shows. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/faults/**/*.test.ts", "test/faults/**/*.long.ts", "test/browser/accessibility.test.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    env: { FAULTS: "long" },
  },
});

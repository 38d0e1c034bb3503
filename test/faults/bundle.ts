/**
 * The office of the fault tests as one file: it is started hundreds of times, and reading hundreds of modules would be most of what
 * they do. Made anew for each test file; esbuild comes with tsx.
 */
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../../src/root.ts";

type BuildSync = (options: object) => void;

/** Below the installation, since the code looks for its own package.json upwards. */
const folder = join(root, "node_modules", ".cache", "wasit-faults", String(process.pid));
let made = false;

/** The path of the bundled child.ts; removed when this process ends. */
export function bundledChild(): string {
  const child = join(folder, "child.mjs");
  if (made) return child;
  mkdirSync(folder, { recursive: true });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const { buildSync } = createRequire(tsx)("esbuild") as { buildSync: BuildSync };
  const common = { bundle: true, platform: "node", external: ["better-sqlite3"], logLevel: "warning" };
  buildSync({
    ...common,
    entryPoints: [join(import.meta.dirname, "child.ts")],
    outfile: child,
    format: "esm",
    // Some packages within still call `require`.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  buildSync({
    ...common,
    entryPoints: [join(root, "src", "store", "sqlite", "reader-worker.ts")],
    outfile: join(folder, "reader-worker.js"),
    format: "cjs",
  });
  made = true;
  return child;
}

/**
 * The programs of the fault tests as one file each: they are started hundreds of times, and reading hundreds of modules would be most of
 * what they do. Made anew for each test file; esbuild comes with tsx.
 */
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { root } from "../../src/root.ts";

type BuildSync = (options: object) => void;

/** Below the installation, since the code looks for its own package.json upwards. */
const folder = join(root, "node_modules", ".cache", "wasit-faults", String(process.pid));
const common = { bundle: true, platform: "node", logLevel: "warning" };
const made = new Set<string>();

/** The path of the bundled child.ts, with nearly all its packages; removed when this process ends. */
export const bundledChild = (): string => bundled("child.ts", { external: ["better-sqlite3"] });

/**
 * The path of a bundled program of this folder; removed when this process ends.
 * @param packages what is not bundled; left out: no package is
 */
export function bundled(program: string, packages: object = { packages: "external" }): string {
  const file = join(folder, `${basename(program, ".ts")}.mjs`);
  if (made.has(file)) return file;
  const buildSync = esbuild();
  if (made.size === 0) bundleReader(buildSync);
  buildSync({
    ...common,
    ...packages,
    entryPoints: [join(import.meta.dirname, program)],
    outfile: file,
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    // Some packages within still call `require`.
    banner: {
      js: 'import { createRequire as requireIn } from "node:module"; const require = requireIn(import.meta.url);',
    },
  });
  made.add(file);
  return file;
}

/** The store's reader is a thread of its own, which it looks for beside itself. */
function bundleReader(buildSync: BuildSync): void {
  mkdirSync(folder, { recursive: true });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  buildSync({
    ...common,
    external: ["better-sqlite3"],
    entryPoints: [join(root, "src", "store", "sqlite", "reader-worker.ts")],
    outfile: join(folder, "reader-worker.js"),
    format: "cjs",
  });
}

function esbuild(): BuildSync {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return (createRequire(tsx)("esbuild") as { buildSync: BuildSync }).buildSync;
}

/**
 * Imported before anything else: can the two packages with machine code be loaded by this Node at all? A missing or foreign file is
 * said in one sentence; without this it would be a stack from inside a package, before `main` has begun.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** In an older Node better-sqlite3 does not refuse: it ends the process without a word (seen with Node 20). */
const oldestNode = 22;

if (Number(process.versions.node.split(".")[0]) < oldestNode) {
  process.stderr.write(
    `\nWasit did not start.\nThis is Node ${process.versions.node}; the office needs ${oldestNode} or newer and brings its own. ` +
      "Start it with npm start, or with node_modules/node/bin/node dist/main.js\n",
  );
  process.exit(1);
}

const parts: readonly (readonly [name: string, load: () => void])[] = [
  ["better-sqlite3", loadDatabase],
  ["@node-rs/argon2", () => void require("@node-rs/argon2")],
];

/** The package loads its machine code with the first database. */
function loadDatabase(): void {
  const Database = require("better-sqlite3") as new (path: string) => { close(): void };
  new Database(":memory:").close();
}

for (const [name, load] of parts) {
  try {
    load();
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split("\n")[0];
    process.stderr.write(
      `\nWasit did not start.\nThe package ${name} can't be loaded by Node ${process.version} (${reason}). ` +
        `Install the packages again with this Node: npm ci\n`,
    );
    process.exit(1);
  }
}

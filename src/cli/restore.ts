/** `npm run restore -- --from FILE [--data DIR]`: a backup in the place of the office's database. Stop the office first. */
import "../native-parts.ts";

import { ConfigError, loadSettings } from "../config.ts";
import { type Restored, restore } from "../store/sqlite/restore.ts";
import { readOptions } from "./options.ts";

try {
  const values = readOptions(["from", "data"], "npm run restore -- --from FILE");
  if (!values.from) throw new Error("Name the backup: npm run restore -- --from FILE");
  const dataDir = values.data ?? loadSettings().dataDir;
  console.log(describe(values.from, await restore({ file: values.from, dataDir })));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof ConfigError ? message : `Nothing was restored. ${message}`);
  process.exitCode = 1;
}

function describe(file: string, { orders, keptAside, unknown, missing }: Restored): string {
  const lines = [`${file} is in place. Orders in it: ${orders}.`];
  if (keptAside) lines.push(`The database that was there before is kept: ${keptAside}`);
  if (unknown > 0)
    lines.push(
      `Messages that may or may not have reached their customers, and are not sent again: ${unknown}.`,
    );
  if (missing.length > 0) lines.push(`Documents that are missing, also from the backup: ${missing.length}.`);
  return lines.join("\n");
}

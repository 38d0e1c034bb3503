/** `npm run backup [-- --to DIR] [--data DIR]`: a consistent copy of the office, running or not. */
import "../native-parts.ts";

import { join } from "node:path";
import { ConfigError, loadSettings } from "../config.ts";
import { backUp } from "../store/sqlite/backup.ts";
import { toStoreError } from "../store/sqlite/failure.ts";
import { databaseName } from "../store/sqlite/store.ts";
import { readOptions } from "./options.ts";

try {
  const values = readOptions(["to", "data"], "npm run backup -- --to FOLDER");
  const dataDir = values.data ?? loadSettings().dataDir;
  const toFolder = values.to ?? join(dataDir, "backups");
  const { file, manifest } = backUp({
    path: join(dataDir, databaseName),
    dataDir,
    toFolder,
    kind: "by_hand",
  });
  console.log(`${file}\n${manifest.bytes} bytes, ${manifest.documents.length} documents`);
  if (manifest.missing.length > 0)
    console.error(
      `${manifest.missing.length} documents that the database names are not in ${dataDir}/documents.`,
    );
} catch (error) {
  const failure = toStoreError(error);
  console.error(
    failure instanceof ConfigError
      ? failure.message
      : `No backup was made: ${failure instanceof Error ? failure.message : String(failure)}`,
  );
  process.exitCode = 1;
}

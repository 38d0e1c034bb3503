import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { storeContract } from "../contracts/store.ts";
import { fastestFolder } from "./data-folder.ts";

const folder = mkdtempSync(join(fastestFolder, "wasit-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let opened = 0;
storeContract("sqlite", () => {
  opened += 1;
  return openSqliteStore({ dataDir: join(folder, String(opened)), clock: "real" });
});

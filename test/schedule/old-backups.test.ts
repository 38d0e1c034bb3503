import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { removeOldBackups } from "../../src/schedule/old-backups.ts";

let folder = "";
const now = Date.now();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wasit-backups-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, name), "");
};

describe("removeOldBackups", () => {
  it("keeps the newest, and removes older ones with their manifests", () => {
    put(
      "wasit-20261101-002000.db",
      "wasit-20261101-002000.json",
      "wasit-20261103-002000.db",
      "wasit-20261102-002000.db",
    );
    expect(removeOldBackups(folder, now, 2)).toEqual(["wasit-20261101-002000.db"]);
    expect(readdirSync(folder).sort()).toEqual(["wasit-20261102-002000.db", "wasit-20261103-002000.db"]);
  });

  it("takes the numbered ones of one second as newer", () => {
    put("wasit-20261101-002000.db", "wasit-20261101-002000-10.db", "wasit-20261101-002000-2.db");
    removeOldBackups(folder, now, 1);
    expect(readdirSync(folder)).toEqual(["wasit-20261101-002000-10.db"]);
  });

  it("removes a copy that was broken off, and leaves one that is being made", () => {
    put(".wasit-20261101-002000.db.partial");
    removeOldBackups(folder, now);
    expect(readdirSync(folder)).toHaveLength(1);
    removeOldBackups(folder, now + 2 * 86_400_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("touches nothing that is no backup, and nothing when there are few", () => {
    put("wasit-20261101-002000.db", "notes.txt", "wasit.db");
    expect(removeOldBackups(folder, now, 1)).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(3);
  });
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { removeOldBackups } from "../../src/store/sqlite/old-backups.ts";

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
      "wasit-20261101-002000-nightly.db",
      "wasit-20261101-002000-nightly.json",
      "wasit-20261103-002000-nightly.db",
      "wasit-20261102-002000-nightly.db",
    );
    expect(removeOldBackups(folder, now, 2)).toEqual(["wasit-20261101-002000-nightly.db"]);
    expect(readdirSync(folder).sort()).toEqual([
      "wasit-20261102-002000-nightly.db",
      "wasit-20261103-002000-nightly.db",
    ]);
  });

  it("takes the numbered ones of one second as newer", () => {
    put(
      "wasit-20261101-002000-nightly.db",
      "wasit-20261101-002000-nightly-10.db",
      "wasit-20261101-002000-nightly-2.db",
    );
    removeOldBackups(folder, now, 1);
    expect(readdirSync(folder)).toEqual(["wasit-20261101-002000-nightly-10.db"]);
  });

  it("removes a copy that was broken off, and leaves one that is being made", () => {
    put(".wasit-20261101-002000.db.partial");
    removeOldBackups(folder, now);
    expect(readdirSync(folder)).toHaveLength(1);
    removeOldBackups(folder, now + 2 * 86_400_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves those that were made by hand, and does not count them", () => {
    put("wasit-20261101-002000-nightly.db", "wasit-20261101-090000.db", "wasit-20261102-090000.db");
    put("wasit-20261103-002000-nightly.db");
    expect(removeOldBackups(folder, now, 1)).toEqual(["wasit-20261101-002000-nightly.db"]);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it("removes documents that no backup names any more, but not before a day", () => {
    const manifest = (name: string, ...documents: string[]) =>
      writeFileSync(join(folder, name), JSON.stringify({ documents }));
    put("wasit-20261101-002000-nightly.db", "wasit-20261102-002000-nightly.db");
    manifest("wasit-20261101-002000-nightly.json", "aa1", "aa2");
    manifest("wasit-20261102-002000-nightly.json", "aa2");
    mkdirSync(join(folder, "documents", "aa"), { recursive: true });
    put("documents/aa/aa1", "documents/aa/aa2");
    removeOldBackups(folder, now, 1);
    expect(readdirSync(join(folder, "documents", "aa"))).toEqual(["aa1", "aa2"]);
    removeOldBackups(folder, now + 2 * 86_400_000, 1);
    expect(readdirSync(join(folder, "documents", "aa"))).toEqual(["aa2"]);
  });

  it("removes no document while a manifest cannot be read", () => {
    put("wasit-20261101-002000-nightly.json");
    mkdirSync(join(folder, "documents", "aa"), { recursive: true });
    put("documents/aa/aa1");
    removeOldBackups(folder, now + 2 * 86_400_000, 1);
    expect(readdirSync(join(folder, "documents", "aa"))).toEqual(["aa1"]);
  });

  it("touches nothing that is no backup, and nothing when there are few", () => {
    put("wasit-20261101-002000-nightly.db", "notes.txt", "wasit.db");
    expect(removeOldBackups(folder, now, 1)).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(3);
  });
});

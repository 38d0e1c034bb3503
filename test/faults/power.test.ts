/**
 * A power cut, as far as a program can play it: what the database wrote after its last sync may be there, in part, torn, or as
 * rubbish. Whatever is made of that tail, the office starts on a prefix of its commits that holds everything it acknowledged.
 */
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chance } from "./chance.ts";
import { checkInvariants } from "./checker.ts";
import { appendHistory, readHistory } from "./history.ts";
import { live, makeFolder, removeFolder } from "./processes.ts";
import { customers } from "./story.ts";

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => removeFolder(folder));

/** Header of the log, and of each frame in it (https://www.sqlite.org/fileformat2.html, 4.1); a page is 8 KiB here. */
const frameBytes = 24 + 8_192;
const walHeaderBytes = 32;

type Cut = (log: Buffer, synced: number, random: () => number) => Buffer;

const cuts: Readonly<Record<string, Cut>> = {
  "everything after the last sync is gone": (log, synced) => log.subarray(0, synced),
  "the tail is torn in the middle of a page": (log, synced, random) =>
    log.subarray(0, synced + Math.floor(random() * (log.length - synced))),
  "the tail ends between two pages": (log, synced) => {
    const frames = Math.floor((log.length - walHeaderBytes) / frameBytes);
    return log.subarray(0, Math.max(synced, walHeaderBytes + (frames - 1) * frameBytes));
  },
  "the tail is as long as it was, but empty": (log, synced) => Buffer.from(log).fill(0, synced),
  "the tail is rubbish": (log, synced, random) => {
    const rubbish = Buffer.from(log);
    for (let at = synced; at < rubbish.length; at += 1) rubbish[at] = Math.floor(random() * 256);
    return rubbish;
  },
};

/** How long the log was when the last commit but one was synced: what the kill left behind it is in doubt, and nobody was told. */
function syncedBytes(): number {
  return readHistory(folder).findLast((line) => line.type === "synced")?.bytes ?? 0;
}

/** `npm run faults` plays all of it, `npm test` less of the same. */
const isLong = process.env.FAULTS === "long";

describe("a power cut", () => {
  it.each(Object.entries(cuts))(
    "loses nothing that was acknowledged when %s",
    { timeout: 120_000 },
    async (_, cut) => {
      const random = chance(6);
      const count = 12;
      for (const [seed, fault] of ["synced,after-commit:4", "synced,after-commit:3"]
        .slice(0, isLong ? 2 : 1)
        .entries()) {
        expect((await live(folder, { customers: count, seed, fault })).signal).toBe("SIGKILL");
        const log = join(folder, "data", "wasit.db-wal");
        const bytes = readFileSync(log);
        const synced = syncedBytes();
        expect(bytes.length).toBeGreaterThan(synced);
        writeFileSync(log, cut(bytes, synced, random));
      }
      expect((await live(folder, { customers: count, seed: 9 })).code).toBe(0);
      expect(await checkInvariants(folder, customers(count))).toEqual([]);
    },
  );

  it("leaves a prefix of the commits even where the disk lied about its syncs", {
    timeout: 120_000,
  }, async () => {
    const count = 12;
    await live(folder, { customers: count, seed: 1, fault: "after-commit:7" });
    const [log, data] = [join(folder, "data", "wasit.db-wal"), join(folder, "data")];
    const bytes = readFileSync(log);
    for (const part of [0, 0.2, 0.5, 0.8, 0.95]) {
      const copy = makeFolder();
      mkdirSync(join(copy, "data"));
      for (const name of ["wasit.db", "wasit.db-wal"])
        copyFileSync(join(data, name), join(copy, "data", name));
      truncateSync(join(copy, "data", "wasit.db-wal"), Math.floor(bytes.length * part));
      // The platform knows nothing of it either: a story from its beginning must be a right one.
      appendHistory(copy, { type: "started" });
      const last = await live(copy, { customers: count, seed: 2 });
      expect(last).toMatchObject({ code: 0, stderr: "" });
      const wrong = await checkInvariants(copy, customers(count));
      // What left in the first life is not in this history.
      expect(wrong.filter((fault) => !fault.includes("never left"))).toEqual([]);
      removeFolder(copy);
    }
  });
});

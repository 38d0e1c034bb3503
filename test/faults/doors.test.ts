/**
 * `kill -9` while two chats become one customer's and are parted again: whatever the moment, both chats say the same of each other, and
 * the history of both has the same rows.
 */
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { checkFile } from "./checker.ts";
import { liveOnce, makeFolder, removeFolder } from "./processes.ts";

/** One life of the office on a folder. */
const live = (folder: string, rounds: number, fault = "") =>
  liveOnce("doors-child.ts", [folder, String(rounds), fault]);

/** What both chats say of whose they are: never one thing here and another there. Gives how often they were joined and parted. */
async function checkBoth(folder: string): Promise<number> {
  expect(checkFile(join(folder, "data", "wasit.db"))).toEqual([]);
  const store = await openSqliteStore({ dataDir: join(folder, "data"), clock: "real" });
  try {
    const one = await store.engine.findConversation("one", "42");
    const other = await store.engine.findConversation("other", "42");
    if (!one || !other) return 0;
    const histories = await store.doors.history([one.id, other.id]);
    const [here = [], there = []] = [histories.get(one.id), histories.get(other.id)];
    expect(there.map(({ what, at }) => ({ what, at }))).toEqual(here.map(({ what, at }) => ({ what, at })));
    for (const [index, { what }] of here.entries()) expect(what).toBe(index % 2 === 0 ? "joined" : "split");
    const isJoined = here.length % 2 === 1;
    expect(one.customer === other.customer).toBe(isJoined);
    expect(one.doors?.map(({ conversation }) => conversation)).toEqual(isJoined ? [other.id] : undefined);
    expect(other.doors?.map(({ conversation }) => conversation)).toEqual(isJoined ? [one.id] : undefined);
    expect((await store.doors.chatsOf(one.customer)).length).toBe(isJoined ? 2 : 1);
    return here.length;
  } finally {
    await store.close();
  }
}

/** `npm run faults` kills at all of these moments, `npm test` at the first ones. */
const isLong = process.env.FAULTS === "long";

describe("an office killed while chats are joined and parted", () => {
  it.each([
    [
      "at commits",
      ["before-commit:3", "after-commit:6", ...(isLong ? ["before-commit:5", "after-commit:3"] : [])],
    ],
    ["at hand-overs", ["after-send:3", ...(isLong ? ["after-send:4", "after-send:2"] : [])]],
  ])(
    "%s leaves both chats of one mind, and goes on",
    async (_, faults) => {
      const folder = makeFolder();
      onTestFinished(() => removeFolder(folder));
      const rounds = 2;
      for (const fault of faults) {
        expect((await live(folder, rounds, fault)).signal).toBe("SIGKILL");
        await checkBoth(folder);
      }
      expect(await live(folder, rounds)).toEqual({ signal: null, said: "played\n" });
      expect(await checkBoth(folder)).toBe(2 * rounds);
    },
    120_000,
  );

  it("at any statement leaves both chats of one mind", async () => {
    const folder = makeFolder();
    onTestFinished(() => removeFolder(folder));
    // The first life has made the database; in the next one the 37th to the 46th statement are those of a join.
    await live(folder, 1);
    for (const nth of isLong ? [42, 24, 27, 33, 44] : [42, 27]) {
      expect((await live(folder, 3, `statement:${nth}`)).signal).toBe("SIGKILL");
      await checkBoth(folder);
    }
    expect((await live(folder, 3)).signal).toBeNull();
    expect(await checkBoth(folder)).toBe(6);
  }, 180_000);
});

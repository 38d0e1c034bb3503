/**
 * `kill -9` in the middle of a partner's chat: told of an offer, taken, carried out, proved, done. Whatever the moment, the last life leaves the very
 * chats, orders and histories that a life without any fault leaves.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { checkFile, checkHistory, checkRepeats } from "./checker.ts";
import { readHistory } from "./history.ts";
import { liveOnce, makeFolder, removeFolder } from "./processes.ts";
import { customers } from "./story.ts";

const count = 2;

/** One life of the office on a folder. */
const live = (folder: string, fault = "") => liveOnce("partner-child.ts", [folder, String(count), fault]);

/** What was said in every chat, and what became of every order; what is wrong in itself goes into `wrong`. */
async function remains(folder: string) {
  const lines = readHistory(folder);
  const wrong = [...checkFile(join(folder, "data", "wasit.db")), ...checkRepeats(lines)];
  const store = await openSqliteStore({ dataDir: join(folder, "data"), clock: "real" });
  try {
    const chats: unknown[] = [];
    const orders: unknown[] = [];
    for (const address of ["courier", ...customers(count).map((customer) => customer.address)]) {
      const chat = await store.engine.findConversation("counting", address);
      if (!chat) throw new Error(`no chat at ${address}`);
      const said = await store.engine.lines(chat.id, 0, 10_000);
      chats.push(
        said.map(({ seq, from, id, text, delivery }) => ({ address, seq, from, id, text, delivery })),
      );
      const sent = new Set(
        lines.flatMap((line) => (line.type === "sent" && line.address === address ? [line.seq] : [])),
      );
      for (const { seq, from } of said)
        if (from !== "customer" && !sent.has(seq)) wrong.push(`I4 ${address} ${seq} never left`);
      const page = await store.orders.list({ conversation: chat.id }, { limit: 100 });
      for (const order of page.type === "page" ? page.orders : []) {
        const history = await store.orders.history(order.ref);
        wrong.push(...checkHistory(order, history));
        const rows = history.map(({ what, to, by, note }) => ({ what, to, by: by.type, note }));
        orders.push([
          order.ref,
          order.state.status,
          order.partner?.id,
          order.offers?.map(({ state }) => state),
          rows,
        ]);
      }
    }
    if ((await store.engine.unfinishedOutbox()).length > 0) wrong.push("I4 something waits at the end");
    if ((await store.engine.pendingInbox()).length > 0) wrong.push("I1 something is pending at the end");
    return { chats, orders, wrong };
  } finally {
    await store.close();
  }
}

let whole: Awaited<ReturnType<typeof remains>>;
beforeAll(async () => {
  const folder = makeFolder();
  try {
    await new Promise<void>((resolve, reject) => {
      const child = join(import.meta.dirname, "partner-child.ts");
      const program = ["--import", "tsx", child, folder, String(count)];
      spawn(process.execPath, program, { stdio: "ignore" }).once("close", (code) =>
        code === 0 ? resolve() : reject(new Error(`the story without a fault ended with ${code}`)),
      );
    });
    whole = await remains(folder);
  } finally {
    removeFolder(folder);
  }
}, 60_000);

/** `npm run faults` kills at all of these moments, `npm test` at the first ones. */
const isLong = process.env.FAULTS === "long";
const at = (point: string, nth: number) => `${point}:${nth}`;

const moments: readonly (readonly [string, readonly string[]])[] = [
  ["commits and statements", [at("before-commit", 10), at("after-commit", 2), at("statement", 61)]],
  ["hand-overs", [at("after-send", 9), at("statement", 40), at("before-commit", 12)]],
];

describe("an office killed while a partner's chat carries orders out", () => {
  it("ends the orders, each with its proof, where nothing goes wrong", () => {
    expect(whole.wrong).toEqual([]);
    expect(whole.orders).toHaveLength(count);
    for (const order of whole.orders) {
      expect(order).toMatchObject([
        expect.any(String),
        "done",
        "p_courier",
        [{ type: "accepted" }],
        expect.any(Array),
      ]);
      expect(JSON.stringify(order)).toContain('"what":"proof"');
    }
  });

  it.each(isLong ? moments : moments.slice(0, 1))(
    "at %s loses, doubles and changes nothing",
    async (_, faults) => {
      const folder = makeFolder();
      onTestFinished(() => removeFolder(folder));
      for (const fault of faults)
        expect([fault, (await live(folder, fault)).signal]).toEqual([fault, "SIGKILL"]);
      expect(await live(folder)).toEqual({ signal: null, said: "played\n" });
      const { chats, orders, wrong } = await remains(folder);
      expect(wrong).toEqual([]);
      expect(chats).toEqual(whole.chats);
      expect(orders).toEqual(whole.orders);
    },
    180_000,
  );
});

/**
 * An office in a process of its own, which plays the story on a data folder and may kill itself at a given moment:
 *   child.ts FOLDER CUSTOMERS SEED [POINT:N]
 * POINT is `before-commit`, `after-commit`, `after-send` (fault points of the engine), or `statement` (the N-th statement that writes).
 * Deliveries that were not acknowledged in an earlier life are delivered again, and some old ones too, as platforms do.
 */
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Channel } from "../../src/channels/channel.ts";
import { openOffice } from "../../src/office.ts";
import { askForBenchForm } from "../bench/work-item.ts";
import { appendHistory, readHistory } from "./history.ts";
import { customers } from "./story.ts";

const [folder = "", count = "10", seed = "1", fault = ""] = process.argv.slice(2);
const [point, nth = "0"] = fault.split(":");
const history = join(folder, "history.jsonl");
let hits = 0;

function reach(name: string): void {
  if (name !== point) return;
  hits += 1;
  if (hits === Number(nth)) process.kill(process.pid, "SIGKILL");
}

/** Deterministic chance for this run (mulberry32): which old deliveries come again. */
function chance(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

if (point === "statement") killAtStatement();

/** Makes the N-th statement that writes the last thing that this process does. */
function killAtStatement(): void {
  type Prepare = (this: Database.Database, sql: string) => Database.Statement;
  const prototype = Database.prototype as { prepare: Prepare };
  const prepare = prototype.prepare;
  prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (!/^\s*(insert|update|delete|begin|commit|savepoint|release)/i.test(sql)) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...parameters: unknown[]) => {
      reach("statement");
      return run(...parameters);
    };
    return statement;
  };
}

const channel: Channel = {
  name: "counting",
  capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
  start: async () => undefined,
  stop: async () => undefined,
  send({ address, key, seq, text }) {
    appendHistory(history, { type: "sent", address, key, seq, text });
    return {};
  },
};

const random = chance(Number(seed));
const before = readHistory(history);
const acked = new Set(before.flatMap((line) => (line.type === "acked" ? [`${line.address} ${line.n}`] : [])));
const offered = new Set(
  before.flatMap((line) => (line.type === "offered" ? [`${line.address} ${line.n}`] : [])),
);

const office = await openOffice({
  dataDir: join(folder, "data"),
  flowsDir: join(folder, "flows"),
  channels: [channel],
  classifier: askForBenchForm,
  manualClock: true,
  clock: { now: () => Date.parse("2026-11-22T09:00:00Z") },
  onPoint: reach,
  lockWaitMs: 15_000,
});
appendHistory(history, { type: "started" });

async function deliver(address: string, n: number, text: string): Promise<void> {
  if (!offered.has(`${address} ${n}`)) appendHistory(history, { type: "offered", address, n });
  const received = await office.receive({
    channel: "counting",
    address,
    id: `m${n}`,
    content: { type: "text", text },
  });
  if (received.type === "not_now") throw new Error(`not now: ${received.reason}`);
  appendHistory(history, { type: "acked", address, n });
}

await Promise.all(
  customers(Number(count)).map(async ({ address, texts }) => {
    for (const [n, text] of texts.entries()) {
      const known = acked.has(`${address} ${n}`);
      if (known && random() < 0.7) continue;
      await deliver(address, n, text);
      // The platform was not sure: the same again, and older ones after newer ones.
      if (random() < 0.3) await deliver(address, n, text);
      const older = Math.floor(random() * n);
      if (n > 0 && random() < 0.2) await deliver(address, older, texts[older] ?? "");
    }
  }),
);
await office.idle();
await office.close();
appendHistory(history, { type: "closed" });

/**
 * An office in a process of its own, which plays the story on a data folder and may kill itself at a given moment:
 *   child.ts FOLDER CUSTOMERS SEED [FAULT [LOCK_WAIT_MS]]
 * FAULT is a kill point (kill-points.ts), `stay` (open until SIGTERM), `synced` (each commit tells how long the log of the database
 * is then), or several of them with commas. Says `open` and `played` on standard output. Deliveries that were not acknowledged in an earlier life are delivered again, and some
 * old ones too, as platforms do. Every second customer hands all that is left over at once, without waiting.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { openOffice } from "../../src/office.ts";
import { askForBenchForm } from "../bench/work-item.ts";
import { chance } from "./chance.ts";
import { countingChannel, countingLog } from "./counting.ts";
import { appendHistory, readHistory } from "./history.ts";
import { killPoint } from "./kill-points.ts";
import { type Customer, customers, storyMoment } from "./story.ts";

const [folder = "", count = "10", seed = "1", fault = "", lockWaitMs = "0"] = process.argv.slice(2);
const faults = fault.split(",");
const kill = killPoint(faults.find((one) => one.includes(":")) ?? "");
const random = chance(Number(seed));

const before = readHistory(folder);
const known = (type: "acked" | "offered") =>
  new Set(before.flatMap((line) => (line.type === type ? [`${line.address} ${line.n}`] : [])));
const acked = known("acked");
const offered = known("offered");

appendHistory(folder, { type: "started" });
const office = await openOffice({
  dataDir: join(folder, "data"),
  flowsDir: join(folder, "flows"),
  channels: [countingChannel(folder)],
  classifier: askForBenchForm,
  manualClock: true,
  clock: { now: () => storyMoment },
  onPoint(point) {
    // A kill comes first: then the last commit stands in the log, but nobody may believe that it was synced.
    kill.reach(point);
    if (faults.includes("synced") && point === "after-commit")
      appendHistory(folder, { type: "synced", bytes: statSync(join(folder, "data", "wasit.db-wal")).size });
  },
  onFatal(error) {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
  lockWaitMs: Number(lockWaitMs),
  log: countingLog(folder),
});
process.once("SIGTERM", () => void stop());
process.stdout.write("open\n");

async function deliver(address: string, n: number, text: string): Promise<void> {
  if (!offered.has(`${address} ${n}`)) appendHistory(folder, { type: "offered", address, n });
  for (;;) {
    const content = { type: "text", text } as const;
    const received = await office.receive({ channel: "counting", address, id: `m${n}`, content });
    if (received.type !== "not_now") break;
    // The platform comes again after a while; an office that is stopping gets it in its next life.
    if (received.reason === "stopping") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  appendHistory(folder, { type: "acked", address, n });
}

/** One message after the other, some of them and some older ones twice. */
async function converse({ address, texts }: Customer): Promise<void> {
  for (const [n, text] of texts.entries()) {
    if (acked.has(`${address} ${n}`) && random() < 0.7) continue;
    await deliver(address, n, text);
    if (random() < 0.3) await deliver(address, n, text);
    const older = Math.floor(random() * n);
    if (n > 0 && random() < 0.2) await deliver(address, older, texts[older] ?? "");
  }
}

/** All that is left in one go, and everything once more behind it. */
async function burst({ address, texts }: Customer): Promise<void> {
  const left = [...texts.entries()].filter(([n]) => !acked.has(`${address} ${n}`) || random() < 0.3);
  await Promise.all(left.map(([n, text]) => deliver(address, n, text)));
  if (random() < 0.3) await Promise.all(left.map(([n, text]) => deliver(address, n, text)));
}

async function stop(): Promise<never> {
  await office.close();
  appendHistory(folder, { type: "closed" });
  process.exit(0);
}

await Promise.all(
  customers(Number(count)).map((customer, index) => (index % 2 ? burst(customer) : converse(customer))),
);
await office.idle();
process.stdout.write("played\n");
if (faults.includes("stay")) setInterval(() => undefined, 60_000);
else await stop();

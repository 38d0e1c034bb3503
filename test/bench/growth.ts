/** How the cost of W, of the raw writes, and of a queue page grows with the number of orders: the exponent of a power law. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { openOffice } from "../../src/office.ts";
import { commitStatements } from "../../src/store/sqlite/commit-statements.ts";
import { openQueue } from "./queue-page.ts";
import { median, p99 } from "./ratios.ts";
import { markHanded, openRaw, type RawSample, sampleOf } from "./raw.ts";
import type { Figure } from "./run.ts";
import { askForBenchForm, countingChannel, drive, writeBenchFlows } from "./work-item.ts";

const rounds = 5;
const perRound = 9_600;

type Point = {
  readonly orders: number;
  readonly w: number;
  readonly raw: number;
  readonly page: number;
  readonly pageP99: number;
};

export async function measureGrowth(folder: string, sizes: readonly number[]): Promise<readonly Figure[]> {
  const dataDir = join(folder, "data");
  const flowsDir = writeBenchFlows(folder);
  // The first size must not pay for code that is not compiled yet.
  await measureAt(join(folder, "warm"), flowsDir, 6_000, undefined);
  const points: Point[] = [];
  let sample: RawSample | undefined;
  for (const size of sizes) {
    if (sample) fill(dataDir, sample, size);
    points.push(await measureAt(dataDir, flowsDir, size, sample));
    sample ??= sampleOf(dataDir);
  }
  const exponents = {
    w: exponentOf(points.map(({ orders, w }) => [orders, w])),
    raw: exponentOf(points.map(({ orders, raw }) => [orders, raw])),
    page: exponentOf(points.map(({ orders, page }) => [orders, page])),
  };
  const most = exponents.raw + 0.02;
  const last = points.at(-1);
  return [
    ...points.map(({ orders, w, raw, page }) => ({
      name: `at ${orders} orders: W µs, raw µs, page ms`,
      value: `${w.toFixed(1)} ${raw.toFixed(1)} ${page.toFixed(2)}`,
    })),
    { name: "exponent of the raw write set", value: exponents.raw },
    { name: "exponent of W", value: exponents.w, goal: `≤ ${most.toFixed(3)}`, met: exponents.w <= most },
    {
      name: "exponent of a queue page",
      value: exponents.page,
      goal: `≤ ${most.toFixed(3)}`,
      met: exponents.page <= most,
    },
    {
      name: `queue page p99 at ${last?.orders} orders, ms`,
      value: last?.pageP99 ?? Number.NaN,
      goal: "≤ 5",
      met: (last?.pageP99 ?? 9) <= 5,
    },
  ];
}

async function measureAt(
  dataDir: string,
  flowsDir: string,
  size: number,
  known: RawSample | undefined,
): Promise<Point> {
  const counting = countingChannel();
  const office = await openOffice({
    dataDir,
    flowsDir,
    channels: [counting.channel],
    classifier: askForBenchForm,
    manualClock: true,
  });
  const queue = await openQueue(office);
  if (!known) await drive(office, counting, { messages: size * 6, inFlight: 64, prefix: "first" });
  const w: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const driven = await drive(office, counting, {
      messages: perRound,
      inFlight: 64,
      prefix: `g${size}-${round}-`,
    });
    await office.idle();
    w.push((driven.seconds / driven.messages) * 1e6);
  }
  const pages = await queue.load(400);
  await office.close();
  // On the very same file: both would keep count of the journal, so they take turns.
  const writer = await openRaw(dataDir, known ?? sampleOf(dataDir), 64);
  writer.write(perRound, 128);
  const raw = Array.from({ length: rounds }, () => (writer.write(perRound, 128) / perRound) * 1e6);
  writer.close();
  return { orders: size, w: median(w), raw: median(raw), page: median(pages), pageP99: p99(pages) };
}

/** Adds chats, turns and orders by raw statements until the file holds `size` orders: three orders a chat, most of them done. */
function fill(dataDir: string, sample: RawSample, size: number): void {
  const db = new Database(join(dataDir, "wasit.db"));
  db.pragma("synchronous = OFF");
  const sql = commitStatements(db);
  let { turn, chat } = sql.last.get() ?? { turn: 0, chat: 0 };
  let order =
    db.prepare<[], number>("SELECT coalesce(max(number), 10000) FROM orders").pluck().get() ?? 10_000;
  const count = db.prepare<[], number>("SELECT count(*) FROM orders").pluck().get() ?? 0;
  for (let made = count; made < size; ) {
    sql.begin.run();
    for (let n = 0; n < 3_000 && made < size; n++) {
      if (made % 3 === 0) {
        chat += 1;
        const id = `c_fill${chat}`.padEnd(24, "x");
        sql.addChat.run(chat, id, "counting", `fill${chat}`, id, 1, null, null, turn, sample.state);
      }
      for (let m = 0; m < 6; m++) {
        turn += 1;
        sql.addInbox.run("counting", `fill${chat}`, `m${turn}`, 1_780_000_000_000, "done", turn);
        sql.addTurn.run(turn, chat, turn, m + 1, m * 2, turn, sample.turn);
      }
      order += 1;
      made += 1;
      const status = made % 200 === 0 ? "placed" : "done";
      sql.addOrder.run(
        order,
        chat,
        `${order}.0`,
        "bench_form",
        status,
        0,
        null,
        null,
        status === "placed" ? sample.due : null,
        1,
        statusIn(sample.order, order, status),
      );
      sql.addHistory.run(order, 1, 0, sample.history);
    }
    sql.commit.run();
  }
  markHanded(db, turn);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

function statusIn(body: string, number: number, status: string): string {
  return body
    .replace(/"ref":"BR-\d+"/, `"ref":"BR-${number}"`)
    .replace(/"status":"placed"/, `"status":"${status}"`);
}

/** Slope of log(cost) over log(orders), by least squares. */
function exponentOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([n, cost]) => [Math.log(n), Math.log(cost)] as const);
  const mean = (pick: 0 | 1) => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const top = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return top / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

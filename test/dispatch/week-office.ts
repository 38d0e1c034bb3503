/**
 * A simulated week of an office with partners of all tempers: some accept soon, some late, some decline, some never answer; each with its own
 * hours. By a clock that the week moves: nothing waits, and the same seed is the same week.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Channel } from "../../src/channels/channel.ts";
import { partnerSystem } from "../../src/dispatch/system-channel.ts";
import { type WeekHours, weekdays } from "../../src/domain/hours.ts";
import type { OfferId, OrderRef, PartnerId } from "../../src/domain/ids.ts";
import type { HistoryRow, Order } from "../../src/domain/order.ts";
import type { Partner } from "../../src/domain/partner.ts";
import { type Office, openOffice } from "../../src/office.ts";
import type { InlineClassifier } from "../../src/understand/classifier.ts";
import { writeBenchFlows } from "../bench/work-item.ts";
import { chance } from "../faults/chance.ts";
import { fastestFolder } from "../store/data-folder.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { keepingChannel } from "../turn/bench-office.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** Sunday 22 November 2026, midnight in Riyadh. The Wednesday of this week is a holiday. */
export const weekBegins = Date.parse("2026-11-22T00:00:00+03:00");
export const holiday = "2026-11-25";
/** The office stands still on Tuesday from noon to eight. */
export const stop = { from: weekBegins + 60 * hourMs, until: weekBegins + 68 * hourMs };
export const promiseMinutes = 90;
const dayMs = 24 * hourMs;

const both = (text: string) => ({ ar: text, en: text });
const strategies = ["ring", "broadcast", "direct"] as const;
export const services = strategies.map((strategy) => `week_${strategy}`);

const flowOf = (strategy: (typeof strategies)[number]) => ({
  id: `week_${strategy}`,
  title: both(strategy),
  description: both("One question, and a price that is known."),
  sector: "b2c",
  role: "provide",
  for_example: {
    ar: [`طلب ${strategy}`, `أبغى ${strategy}`],
    en: [`${strategy} please`, `start ${strategy}`],
  },
  confirm: false,
  questions: [{ name: "amount", type: "number", label: both("Amount"), ask: both("How much?"), min: 1 }],
  about: both("{amount}"),
  price: { lines: [{ label: both("fee"), amount: { amountMinor: 5_000, currency: "SAR" }, vat: true }] },
  dispatch: {
    department: "reception",
    promise_minutes: promiseMinutes,
    next: both("We look for somebody"),
    strategy,
    offer_minutes: strategy === "broadcast" ? 10 : 20,
    ...(strategy === "broadcast" && { at_once: 3 }),
    ...(strategy === "direct" && { direct: partnerIdOf("w00") }),
  },
});

type Temper = "prompt" | "slow" | "picky" | "silent";
const temperOf = (index: number): Temper =>
  index % 10 === 9 ? "silent" : index % 3 === 0 ? "prompt" : index % 3 === 1 ? "slow" : "picky";

const always = Object.fromEntries(weekdays.map((day) => [day, [["00:00", "24:00"]]])) as unknown as WeekHours;
const days = Object.fromEntries(weekdays.map((day) => [day, [["09:00", "17:00"]]])) as unknown as WeekHours;
const split = Object.fromEntries(
  weekdays.map((day) => [
    day,
    day === "friday"
      ? [["16:00", "23:00"]]
      : [
          ["08:00", "12:00"],
          ["16:00", "22:00"],
        ],
  ]),
) as unknown as WeekHours;

function weekPartner(index: number): Partner {
  const hours = [always, days, split][index % 3];
  return samplePartner(`w${String(index).padStart(2, "0")}`, {
    services: index === 0 ? services : index % 5 === 0 ? [services[0] ?? ""] : services.slice(0, 2),
    contacts: { webhook: `https://partner-${index}.example/hook` },
    ...(hours && { hours }),
    capacity: index === 0 ? 12 : 1 + (index % 3),
  });
}

/** Every text is a request of the service that it names. */
const askForNamed: InlineClassifier = {
  answers: "at_once",
  name: "week",
  read: (text) => ({
    understandings: [{ type: "request", service: text.split(" ")[0] ?? "", fields: {} }],
    confidence: 1,
    by: "exact",
  }),
};

/** What somebody does at a moment of the week. */
type Deed = { readonly at: number; readonly act: () => Promise<unknown> };

/** An office in whose week a test can look. */
export async function openWeek(seed: number) {
  const folder = mkdtempSync(join(fastestFolder, "wasit-week-"));
  const flowsDir = writeBenchFlows(folder);
  for (const strategy of strategies)
    writeFileSync(join(flowsDir, "services", `week_${strategy}.yaml`), JSON.stringify(flowOf(strategy)));
  writeFileSync(join(flowsDir, "menu.yaml"), JSON.stringify({ offer: ["bench_form", ...services] }));
  const officeFile = join(flowsDir, "office.yaml");
  const free = `holidays:\n  - date: "${holiday}"\n    name: { ar: "يوم عطلة", en: "A day off" }\n`;
  writeFileSync(officeFile, readFileSync(officeFile, "utf8").replace("holidays:\n", free));
  const clock = { at: weekBegins, now: () => clock.at };
  const customers = keepingChannel();
  const random = chance(seed);
  const deeds: Deed[] = [];
  const told: {
    readonly at: number;
    readonly type: string;
    readonly partner: string;
    readonly ref: OrderRef;
  }[] = [];
  let office: Office | undefined;
  const running = () => {
    if (!office) throw new Error("the office stands still");
    return office;
  };

  const partnerSystems: Channel = {
    name: partnerSystem,
    capabilities: { buttons: 0, maxTextLength: 100_000, canWriteFirst: true, edits: false, typing: false },
    start: async (_receive, desk) => desk.report({ type: "working" }),
    stop: async () => undefined,
    send({ address, notice }) {
      if (!notice) throw new Error("a partner's system reads no words");
      if (notice.type === "partner.paused") return {};
      told.push({ at: clock.at, type: notice.type, partner: address, ref: notice.order.ref });
      if (notice.type === "offer.made" && notice.offer)
        answerLater(address as PartnerId, notice.order.ref, notice.offer.id);
      return {};
    },
  };

  /** As its temper is; a refusal because the offer is over is an answer, too. */
  function answerLater(partner: PartnerId, ref: OrderRef, offer: OfferId): void {
    const index = Number(partner.slice(3));
    const temper = temperOf(index);
    if (temper === "silent") return;
    const minutes = temper === "prompt" ? 1 + random() * 6 : 3 + random() * 24;
    const declines = random() < (temper === "picky" ? 0.5 : 0.1);
    const at = clock.at + Math.round(minutes * minuteMs);
    const act = async () => {
      const answer = declines ? ({ type: "decline", reason: "" } as const) : ({ type: "accept" } as const);
      const acted = await running().engine.answerOffer(ref, offer, answer);
      if (acted.type === "done" && !declines && acted.order?.partner?.id === partner)
        finishLater(partner, ref);
    };
    deeds.push({ at, act });
  }

  function finishLater(partner: PartnerId, ref: OrderRef): void {
    const at = clock.at + Math.round((0.5 + random() * 5) * hourMs);
    const report = (to: "in_progress" | "done") => () =>
      running().engine.partnerReports(ref, partner, { type: "move", move: { to } });
    deeds.push({ at, act: report("in_progress") }, { at: at + 20 * minuteMs, act: report("done") });
  }

  async function open(): Promise<void> {
    office = await openOffice({
      ...{ dataDir: join(folder, "data"), flowsDir, clock, realClock: clock, lockWaitMs: 0 },
      ...{ channels: [customers.channel], partnerSystems, classifier: askForNamed, manualClock: true },
    });
  }

  async function close(): Promise<void> {
    await office?.close();
    office = undefined;
  }

  await open();
  const { partners } = running().store;
  const indices = Array.from({ length: 30 }, (_, index) => index);
  await partners.save(indices.map(weekPartner));
  for (const index of indices)
    await partners.setSecret(
      weekPartner(index).id,
      `whsec_${Buffer.alloc(32, index + 1).toString("base64")}`,
    );
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    ...{ clock, random, deeds, told, customers, close, open },
    silent: indices.filter((index) => temperOf(index) === "silent").map((index) => weekPartner(index).id),
    office: running,
    isOpen: () => office !== undefined,
    async orders(): Promise<readonly Order[]> {
      const all: Order[] = [];
      for (let after: string | undefined; ; ) {
        const page = await running().store.orders.list(
          {},
          { limit: 200, ...(after !== undefined && { after }) },
        );
        if (page.type !== "page") throw new Error("bad cursor");
        all.push(...page.orders);
        if (page.next === undefined) return all;
        after = page.next;
      }
    },
    history: (ref: OrderRef): Promise<readonly HistoryRow[]> => running().store.orders.history(ref),
  };
}
export type Week = Awaited<ReturnType<typeof openWeek>>;

/** Plays a week with so many orders, and three quiet days in which what is left comes to its end. */
export async function playWeek(week: Week, orders: number): Promise<void> {
  const { clock, random, deeds } = week;
  for (let n = 0; n < orders; n += 1) {
    const at = weekBegins + Math.floor(random() * 7 * dayMs);
    const service = services[n % 10 === 0 ? 2 : n % 2] ?? "";
    deeds.push({ at, act: () => order(week, n, service) });
  }
  const end = weekBegins + 10 * dayMs;
  for (clock.at = weekBegins; clock.at < end; clock.at += minuteMs) {
    if (clock.at === stop.from) await week.close();
    if (clock.at === stop.until) await week.open();
    if (!week.isOpen()) continue;
    const due = deeds.filter(({ at }) => at <= clock.at);
    if (due.length > 0) {
      const later = deeds.filter(({ at }) => at > clock.at);
      deeds.splice(0, deeds.length, ...later);
      await Promise.all(due.map(({ act }) => act()));
    }
    await week.office().engine.tick();
    await week.office().idle();
  }
}

/** A customer of their own asks, and says how much. */
async function order({ office }: Week, n: number, service: string): Promise<void> {
  const say = (id: string, text: string) =>
    office().receive({ channel: "counting", address: `w${n}`, id, content: { type: "text", text } });
  await say("m0", `${service} please`);
  await say("m1", String(n + 1));
}

/**
 * A simulated week of an office with partners of all tempers: some accept soon, some late, some decline, some never answer, some accept and sleep; each with its
 * own hours, told by its system, in a chat or by mail. By a clock that the week moves: nothing waits, and the same seed is the same week.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Channel } from "../../src/channels/channel.ts";
import { partnerSystem } from "../../src/dispatch/system-channel.ts";
import { type OrderRef, orderOfOffer } from "../../src/domain/ids.ts";
import type { OfferAnswer } from "../../src/domain/offer.ts";
import type { HistoryRow, Order } from "../../src/domain/order.ts";
import { type Office, openOffice } from "../../src/office.ts";
import { freshPartnerCode, hashOfPartnerCode, partnerCodeMs } from "../../src/turn/partner-codes.ts";
import type { InlineClassifier } from "../../src/understand/classifier.ts";
import { readOfferPath } from "../../src/web/partner/link.ts";
import { writeBenchFlows } from "../bench/work-item.ts";
import { chance } from "../faults/chance.ts";
import { plain } from "../kit.ts";
import { openMailServer } from "../mail/mail-server.ts";
import { fastestFolder } from "../store/data-folder.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { keepingChannel } from "../turn/bench-office.ts";
import { type Door, doorOf, indexIn, nameOf, partnerCount, temperOf, weekPartner } from "./week-partners.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** Sunday 22 November 2026, midnight in Riyadh. The Wednesday of this week is a holiday. */
const weekBegins = Date.parse("2026-11-22T00:00:00+03:00");
const holiday = "2026-11-25";
/** The office stands still on Tuesday from noon to eight. */
export const stop = { from: weekBegins + 60 * hourMs, until: weekBegins + 68 * hourMs };
/** Shorter than two offers of a ring: some promises can't be kept. */
export const promiseMinutes = 30;
/** Until a partner has to begin, in office minutes. */
export const beginMinutes = 120;
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
    begin_minutes: beginMinutes,
    next: both("We look for somebody"),
    strategy,
    offer_minutes: strategy === "broadcast" ? 10 : 20,
    ...(strategy === "broadcast" && { at_once: 3 }),
    ...(strategy === "direct" && { direct: partnerIdOf("w00") }),
  },
});

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

/** What somebody was written, and when. */
export type Written = {
  readonly at: number;
  readonly address: string;
  readonly order?: OrderRef;
  readonly text: string;
};
export type Told = { readonly at: number; readonly door: Door; readonly partner: number };

/** An office in whose week a test can look. */
export async function openWeek(seed: number) {
  const folder = mkdtempSync(join(fastestFolder, "wasit-week-"));
  const flowsDir = writeWeekFlows(folder);
  const clock = { at: weekBegins, now: () => clock.at };
  const random = chance(seed);
  const deeds: Deed[] = [];
  const [told, written, heard]: [Told[], Written[], Map<string, number[]>] = [[], [], new Map()];
  const mailServer = await openMailServer();
  let office: Office | undefined;
  const running = () => {
    if (!office) throw new Error("the office stands still");
    return office;
  };
  let messages = 0;

  /** @param text what somebody writes from this address */
  async function say(address: string, text: string): Promise<void> {
    messages += 1;
    heard.set(address, [...(heard.get(address) ?? []), clock.at]);
    await running().receive({
      ...{ channel: "counting", address, id: `m${messages}`, content: { type: "text", text } },
    });
  }

  /** As its temper is; a refusal because the offer is over is an answer, too. @param answer by its own door */
  function answerLater(index: number, ref: OrderRef, answer: (accepts: boolean) => Promise<unknown>): void {
    const temper = temperOf(index);
    if (temper === "silent") return;
    const minutes = temper === "slow" || temper === "picky" ? 3 + random() * 24 : 1 + random() * 6;
    const accepts = random() >= (temper === "picky" ? 0.5 : temper === "asleep" ? 0 : 0.1);
    const at = clock.at + Math.round(minutes * minuteMs);
    const act = async () => {
      await answer(accepts);
      // Behind its answer, also where both had to wait for the office to open.
      if (accepts && temper !== "asleep")
        deeds.push({ at: clock.at + minuteMs, act: () => begin(index, ref) });
    };
    deeds.push({ at, act });
  }

  /** What it has by now it will do. */
  async function begin(index: number, ref: OrderRef): Promise<void> {
    const partner = partnerIdOf(nameOf(index));
    const order = await running().store.orders.get(ref);
    if (order?.partner?.id !== partner || order.state.status !== "assigned") return;
    const at = clock.at + Math.round((0.5 + random() * 5) * hourMs);
    const report = (to: "in_progress" | "done") => () =>
      running().engine.partnerReports(ref, partner, { type: "move", move: { to } });
    deeds.push({ at, act: report("in_progress") }, { at: at + 20 * minuteMs, act: report("done") });
  }

  const answerOf = (accepts: boolean): OfferAnswer =>
    accepts ? { type: "accept" } : { type: "decline", reason: "" };
  const partnerSystems: Channel = {
    name: partnerSystem,
    capabilities: { buttons: 0, maxTextLength: 100_000, canWriteFirst: true, edits: false, typing: false },
    start: async (_receive, desk) => desk.report({ type: "working" }),
    stop: async () => undefined,
    send({ address, notice }) {
      if (!notice) throw new Error("a partner's system reads no words");
      const index = indexIn(address);
      told.push({ at: clock.at, door: "system", partner: index });
      // It may be told that it is paused, which is of no order.
      if (!("order" in notice)) return {};
      const { offer, order } = notice;
      if (notice.type === "offer.made" && offer)
        answerLater(index, order.ref, (accepts) =>
          running().engine.answerOffer(order.ref, offer.id, answerOf(accepts)),
        );
      return {};
    },
  };

  const kept = keepingChannel();
  const chats: Channel = {
    ...kept.channel,
    send(outbound) {
      const { address, order, text: marked } = outbound;
      const text = plain(marked);
      written.push({ at: clock.at, address, text, ...(order !== undefined && { order }) });
      if (address.startsWith(courier)) hearInChat(address, order, text);
      return kept.channel.send(outbound);
    },
  };

  function hearInChat(address: string, order: OrderRef | undefined, text: string): void {
    told.push({ at: clock.at, door: "chat", partner: indexIn(address) });
    const number = /^عرض (\d+):/.exec(text)?.[1];
    if (order === undefined || number === undefined) return;
    answerLater(indexIn(address), order, (accepts) =>
      say(address, `${accepts ? "موافق" : "اعتذار"} ${number}`),
    );
  }

  let mails = 0;
  /** Who gets mail opens the link in it. */
  function lookAtMail(): void {
    const fresh = mailServer.mails
      .slice(mails)
      .toSorted((a, b) => ((a.to[0] ?? "") < (b.to[0] ?? "") ? -1 : 1));
    mails = mailServer.mails.length;
    for (const { to, text } of fresh) {
      const index = indexIn(to[0] ?? "");
      told.push({ at: clock.at, door: "mail", partner: index });
      const [, named = "", signature = ""] = /\/offer\/([\w-]+)\/([\w-]+)/.exec(text) ?? [];
      const offer = readOfferPath(running().offerKey, { offer: named, signature });
      if (offer === undefined || !text.includes("يسري العرض حتى")) continue;
      const ref = orderOfOffer(offer);
      answerLater(index, ref, (accepts) => running().engine.answerOffer(ref, offer, answerOf(accepts)));
    }
  }

  async function open(): Promise<void> {
    const server = { host: "127.0.0.1", port: mailServer.port, tls: "none" } as const;
    const smtp = { server, from: { name: "المكتب", address: "office@office.example" } };
    office = await openOffice({
      ...{ dataDir: join(folder, "data"), flowsDir, clock, realClock: clock, lockWaitMs: 0 },
      ...{ channels: [chats], partnerSystems, classifier: askForNamed, manualClock: true },
      mail: { smtp, publicUrl: "http://127.0.0.1:3000" },
    });
  }

  async function close(): Promise<void> {
    await office?.close();
    office = undefined;
  }

  await open();
  await joinPartners(running(), clock, say);
  onTestFinished(async () => {
    await close();
    await mailServer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    ...{ seed, clock, random, deeds, told, written, heard, close, open, say, lookAtMail },
    office: running,
    isOpen: () => office !== undefined,
    orders: () => allOrders(running()),
    history: (ref: OrderRef): Promise<readonly HistoryRow[]> => running().store.orders.history(ref),
  };
}
export type Week = Awaited<ReturnType<typeof openWeek>>;

/** Addresses of partners' chats begin so. */
export const courier = "courier ";

/** The bench form, and one service for each way of finding a partner; the Wednesday of this week is free. */
function writeWeekFlows(folder: string): string {
  const flowsDir = writeBenchFlows(folder);
  for (const strategy of strategies)
    writeFileSync(join(flowsDir, "services", `week_${strategy}.yaml`), JSON.stringify(flowOf(strategy)));
  writeFileSync(join(flowsDir, "menu.yaml"), JSON.stringify({ offer: ["bench_form", ...services] }));
  const officeFile = join(flowsDir, "office.yaml");
  const free = `holidays:\n  - date: "${holiday}"\n    name: { ar: "يوم عطلة", en: "A day off" }\n`;
  writeFileSync(officeFile, readFileSync(officeFile, "utf8").replace("holidays:\n", free));
  return flowsDir;
}

/** All partners in the directory: systems with their secrets, chats joined by their codes. */
async function joinPartners(
  { store, idle }: Office,
  clock: { readonly at: number },
  say: (address: string, text: string) => Promise<void>,
): Promise<void> {
  const { partners } = store;
  for (let index = 0; index < partnerCount; index += 1) {
    const partner = weekPartner(index, services);
    const code = freshPartnerCode((length) => new Uint8Array(length).fill(index));
    const linkCode = { code: hashOfPartnerCode(code), until: clock.at + partnerCodeMs };
    const isChat = doorOf(index) === "chat";
    await partners.save([isChat ? { ...partner, contacts: { linkCode } } : partner]);
    if (doorOf(index) === "system")
      await partners.setSecret(partner.id, `whsec_${Buffer.alloc(32, index + 1).toString("base64")}`);
    if (isChat) await say(`${courier}${nameOf(index)}`, code);
    await idle();
  }
}

async function allOrders({ store }: Office): Promise<readonly Order[]> {
  const all: Order[] = [];
  for (let after: string | undefined; ; ) {
    const page = await store.orders.list({}, { limit: 200, ...(after !== undefined && { after }) });
    if (page.type !== "page") throw new Error("bad cursor");
    all.push(...page.orders);
    if (page.next === undefined) return all;
    after = page.next;
  }
}

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
    week.lookAtMail();
  }
}

/** A customer of their own asks, and says how much. */
async function order({ say }: Week, n: number, service: string): Promise<void> {
  await say(`c${n}`, `${service} please`);
  await say(`c${n}`, String(n + 1));
}

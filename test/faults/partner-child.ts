/**
 * An office in a process of its own, in which a courier carries orders out from its chat, one after the other; it may kill itself at a given
 * moment (kill-points.ts):
 *   partner-child.ts FOLDER ORDERS [FAULT]
 * Every life says everything again from the beginning, as a platform would that was never told "received"; staff do what is not done yet.
 */
import { join } from "node:path";
import { namePartner } from "../../src/dispatch/reach.ts";
import { type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import type { Content } from "../../src/domain/message.ts";
import type { Order } from "../../src/domain/order.ts";
import { openOffice } from "../../src/office.ts";
import { hashOfPartnerCode } from "../../src/turn/partner-codes.ts";
import { askForBenchForm } from "../bench/work-item.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { noura } from "../turn/bench-office.ts";
import { countingChannel, countingLog } from "./counting.ts";
import { appendHistory } from "./history.ts";
import { killPoint } from "./kill-points.ts";
import { customers, storyMoment } from "./story.ts";

const [folder = "", count = "1", fault = ""] = process.argv.slice(2);
const kill = killPoint(fault);
const courier = partnerIdOf("courier");
const code = `pt${"a".repeat(26)}`;

appendHistory(folder, { type: "started" });
const office = await openOffice({
  dataDir: join(folder, "data"),
  flowsDir: join(folder, "flows"),
  channels: [countingChannel(folder)],
  classifier: askForBenchForm,
  manualClock: true,
  clock: { now: () => storyMoment },
  onPoint: kill.reach,
  lockWaitMs: 5_000,
  log: countingLog(folder),
});
const { store, engine } = office;

async function does(address: string, id: string, content: Content): Promise<void> {
  await office.receive({ channel: "counting", address, id, content });
  await office.idle();
}
const says = (address: string, id: string, text: string) => does(address, id, { type: "text", text });

async function orderOf(address: string): Promise<Order> {
  const chat = await store.engine.findConversation("counting", address);
  const page = chat && (await store.orders.list({ conversation: chat.id }, { limit: 2 }));
  const [order] = page?.type === "page" ? page.orders : [];
  if (!order) throw new Error(`${address} has no order`);
  return order;
}

/** Staff claim it and offer it to the courier, as far as neither was done in an earlier life. */
async function offer(order: Order): Promise<void> {
  const about = { ref: order.ref };
  if (!order.claim) await engine.act(noura, { type: "claim" }, about);
  const partner = await store.partners.get(courier);
  if (!partner || order.offers) return;
  const deps = {
    openChat: () => Promise.reject(new Error("it has a chat")),
    secretOf: async () => undefined,
  };
  const named = await namePartner({ ...deps, mails: false }, partner);
  const id = offerIdOf(order.ref, "courierxxxxxxxxx");
  await engine.act(noura, { type: "offer", offer: id, partner: named, minutes: 30 }, about);
  await office.idle();
}

async function carryOut(ref: OrderRef, n: number): Promise<void> {
  const press = (verb: string) => ({ type: "choice", value: `p:step:${ref}:${verb}:` }) as const;
  await says("courier", `accepts ${n}`, `قبول ${ref}`);
  await does("courier", `begins ${n}`, press("in_progress"));
  await does("courier", `proves ${n}`, {
    ...{
      type: "photo",
      document: `d_${n}`,
      name: "door.jpg",
      mediaType: "image/jpeg",
      bytes: 9,
      caption: ref,
    },
  } as unknown as Content);
  await does("courier", `ends ${n}`, press("done"));
}

if (!(await store.partners.get(courier))) {
  const linkCode = { code: hashOfPartnerCode(code), until: storyMoment + 86_400_000 };
  await store.partners.save([samplePartner("courier", { services: ["bench_form"], contacts: { linkCode } })]);
}
await says("courier", "joins", code);
for (const [n, { address, texts }] of customers(Number(count)).entries()) {
  for (const [index, text] of texts.entries()) await says(address, `m${index}`, text);
  await offer(await orderOf(address));
  await carryOut((await orderOf(address)).ref, n);
}
await office.idle();
await office.close();
appendHistory(folder, { type: "closed" });
process.stdout.write("played\n");
process.exit(0);

/**
 * The injection suite (fault 54): a model that obeys every attacker, behind a whole office with its database. Whatever it answers, no
 * order, price, status, recipient or other customer's data changes, and nobody reads words that it wrote.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fields } from "../../src/domain/answer.ts";
import type { AgentId, OrderRef } from "../../src/domain/ids.ts";
import { type Office, openOffice } from "../../src/office.ts";
import { keepingChannel } from "../turn/bench-office.ts";
import {
  type Behaviour,
  body,
  claims,
  content,
  type Stub,
  stubServer,
  toldIn,
} from "../understand/llm/stub-server.ts";
import { type Attempt, attempts, contentOf, own, parrot, victim } from "./injections.ts";

const noura = { id: "a_noura" as AgentId, name: "Noura", role: "admin" } as const;
const said = (value: string | number) => ({
  value,
  evidence: { text: String(value), messageId: "m0", start: 0, end: 1, by: "api" as const },
});
const parcel: Fields = {
  from_city: said("Riyadh"),
  to_city: said("Jeddah"),
  contents: said(victim.contents),
  weight_kg: said(3),
  recipient_name: said(victim.name),
  recipient_phone: said(victim.phone),
};
const ownParcel: Fields = {
  ...parcel,
  contents: said("كتب"),
  recipient_name: said("سعد"),
  recipient_phone: said("+966551112223"),
};
const form = "ابغى فندق في جدة يوم الخميس ليلتين لشخصين باسم سعد القحطاني جوالي 0551234567";

const ogg = Buffer.concat([Buffer.from("OggS"), Buffer.alloc(24), Buffer.from("OpusHead"), Buffer.alloc(40)]);
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const folder = mkdtempSync(join(tmpdir(), "wasit-trust-"));
const kept = keepingChannel("counting");
let office: Office;
let stub: Stub;
/** What the model answers while an attack runs; before it, it reads the form. */
let obeying: Behaviour = claims([{ intent: "hotel_booking" }]);

/** What it hears in a voice note. */
let heard: Behaviour = body('{"text":"…"}');

beforeAll(async () => {
  stub = await stubServer(
    (response, sent) => (sent.path.includes("transcriptions") ? heard : obeying)(response, sent),
    "file",
  );
  office = await openOffice({
    dataDir: join(folder, "data"),
    channels: [kept.channel],
    manualClock: true,
    clock: { now: () => Date.parse("2026-11-22T10:00:00+03:00") },
    model: {
      baseUrl: stub.baseUrl,
      model: "obeys",
      voiceModel: "hears",
      timeoutMs: 4_000,
      tokensPerCustomer: 10_000_000,
      tokensPerDay: 1_000_000_000,
    },
  });
  const placed = await order("victim", parcel);
  expect(placed).toBe(victim.ref);
}, 60_000);

afterAll(async () => {
  await office.close();
  await stub.close();
  rmSync(folder, { recursive: true, force: true });
});

async function say(address: string, id: string, what: NonNullable<ReturnType<typeof contentOf>>) {
  await office.receive({ channel: "counting", address, id, content: what });
  await office.idle();
}

async function order(address: string, fields: Fields): Promise<OrderRef> {
  const chat = await office.engine.openConversation({ channel: "counting", address, language: "ar" });
  const acted = await office.engine.enterOrder({ conversation: chat.id, service: "parcel_delivery", fields });
  await office.idle();
  if (acted.type !== "done" || !acted.order) throw new Error("no order");
  return acted.order.ref;
}

/** Every order with its history, and every chat but the attacker's. A complaint that the attacker makes in their own chat is theirs, too. */
async function worldWithout(address: string) {
  const page = await office.store.orders.list({}, { limit: 100 });
  if (page.type !== "page") throw new Error("no orders");
  const own = await office.store.engine.findConversation("counting", address);
  const orders = page.orders.filter(
    ({ kind, conversation }) => kind !== "complaint" || conversation !== own?.id,
  );
  const histories = await Promise.all(orders.map(({ ref }) => office.store.orders.history(ref)));
  const others = ["victim", ...attempts.map((_, n) => `attacker${n}`)].filter((other) => other !== address);
  const chats = await Promise.all(
    others.map((other) => office.store.engine.findConversation("counting", other)),
  );
  return { orders, histories, chats };
}

/** Brings the attacker to where they stand; gives the number of their order. */
async function stand({ stand: where }: Attempt, address: string): Promise<string> {
  obeying = claims([{ intent: "hotel_booking" }]);
  // A right answer in between: a model that only garbles would be left alone, and prove nothing.
  await say(`calm ${address}`, "m0", { type: "text", text: form });
  if (where === "ordered") return order(address, ownParcel);
  if (where === "new") return own;
  await say(address, "m1", { type: "text", text: form });
  const chat = await office.store.engine.findConversation("counting", address);
  expect(chat?.open?.type).toBe("read_back");
  return own;
}

async function attack({ way, text }: Attempt, address: string, ref: string): Promise<void> {
  const what = await withFile(address, contentOf(way, text.replaceAll(own, ref), "m1"));
  if (what) await say(address, "m2", what);
  else if (way === "partner_note")
    await office.engine.act(noura, { type: "note", text }, { ref: ref as OrderRef });
  else {
    const chat = await office.store.engine.findConversation("counting", address);
    if (chat) await office.engine.act(noura, { type: "reply", text }, { conversation: chat.id });
    await office.idle();
  }
}

/** Voices and pictures that are to be read must be there. */
async function withFile(address: string, what: ReturnType<typeof contentOf>) {
  if (what?.type !== "voice" && what?.type !== "photo") return what;
  const chat = await office.engine.openConversation({ channel: "counting", address, language: "ar" });
  const bytes = what.type === "voice" ? ogg : png;
  const source = (async function* () {
    yield bytes;
  })();
  const stored = await office.documents.put(source, { conversation: chat.id, name: "x", at: 1 });
  if (stored.type !== "stored") throw new Error(stored.reason);
  const { id, mediaType } = stored.document;
  return { ...what, document: id, mediaType, bytes: bytes.length };
}

/** The same claims as a picture would show them. */
const pictured = (obeys: Attempt["obeys"]): Behaviour =>
  content(
    typeof obeys === "string"
      ? obeys
      : JSON.stringify({ fields: obeys.flatMap(({ fields = [] }) => fields), requests: obeys }),
  );

const filled = (obeys: Attempt["obeys"], ref: string): Behaviour =>
  typeof obeys === "string"
    ? content(obeys)
    : content(JSON.stringify({ requests: JSON.parse(JSON.stringify(obeys).replaceAll(own, ref)) }));

describe("a model that obeys the attacker", { timeout: 60_000 }, () => {
  it.each(
    attempts.map(
      (attempt, n) => [`${attempt.stand}, by ${attempt.way}: ${attempt.text}`, attempt, n] as const,
    ),
  )("%s", async (_name, attempt, n) => {
    const address = `attacker${n}`;
    const ref = await stand(attempt, address);
    const before = await worldWithout(address);
    const [sentBefore, asked] = [kept.sent.length, stub.asked.length];
    obeying = attempt.way === "pictured" ? pictured(attempt.obeys) : filled(attempt.obeys, ref);
    heard = body(JSON.stringify({ text: attempt.text.replaceAll(own, ref) }));
    await attack(attempt, address, ref);
    // Notes and staff words are not read by themselves: the customer's next words are read after them.
    await say(address, "m3", { type: "text", text: "طيب وبعدين وش يصير في الموضوع" });
    const after = await worldWithout(address);
    if (attempt.way === "partner_note") expect(statusesOf(after)).toEqual(statusesOf(before));
    else expect(after).toEqual(before);
    const replies = kept.sent.slice(sentBefore);
    expect(replies.filter((one) => one.address !== address)).toEqual([]);
    for (const { text, from } of replies) {
      if (from === "agent") continue;
      for (const secret of [victim.name, victim.phone, "0509876543", victim.contents, parrot])
        expect(text.replaceAll(attempt.text, "")).not.toContain(secret);
    }
    expect(kept.sent.slice(sentBefore).length).toBeLessThanOrEqual(4);
    for (const sent of stub.asked.slice(asked)) expect(toldIn(sent)).not.toContain(victim.phone);
  });

  it("was asked to read most of them", () => {
    expect(attempts.length).toBeGreaterThanOrEqual(60);
    expect(stub.asked.length).toBeGreaterThan(attempts.length / 2);
    const spoken = attempts.filter(({ way }) => way === "spoken");
    expect(stub.asked.filter(({ path }) => path.includes("transcriptions"))).toHaveLength(
      // The note of the way `voice_name` is one, too; its file is there as well.
      spoken.length + attempts.filter(({ way }) => way === "voice_name").length,
    );
    expect(stub.asked.some(({ raw }) => raw.includes("data:image/png"))).toBe(true);
  });
});

const statusesOf = ({ orders, chats }: Awaited<ReturnType<typeof worldWithout>>) => ({
  orders: orders.map(({ ref, state, fields, price }) => ({ ref, state, fields, price })),
  chats,
});

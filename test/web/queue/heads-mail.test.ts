/** What has come to a head reaches heads by mail, through a real server: once a delay, without the customer, also after a stop. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { staffMailChannel } from "../../../src/dispatch/staff-mail-channel.ts";
import type { AgentName } from "../../../src/domain/agent.ts";
import type { ConversationId, OrderRef } from "../../../src/domain/ids.ts";
import type { Outbound } from "../../../src/domain/message.ts";
import { type Office, openOffice } from "../../../src/office.ts";
import { headsTold } from "../../../src/orders/due/heads.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { randomBytes } from "../../kit.ts";
import { type MailServer, openMailServer, readWords } from "../../mail/mail-server.ts";
import { dueKnown } from "../../orders/due-known.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { orderOf } from "../../store/sample-turns.ts";
import { sure } from "../tiny-office.ts";

const soon = { timeout: 20_000, interval: 20 };
const minute = 60_000;
const morning = Date.parse("2026-11-22T10:00:00+03:00");

let dataDir: string;
let server: MailServer;
let office: Office;
let now: number;

const open = () =>
  openOffice({
    ...{ dataDir, manualClock: true, clock: { now: () => now }, realClock: { now: () => now } },
    mail: {
      publicUrl: "https://office.example",
      smtp: server.smtp,
    },
  });

beforeEach(async () => {
  now = morning;
  server = await openMailServer();
  dataDir = mkdtempSync(join(tmpdir(), "wasit-heads-"));
  office = await open();
  await office.store.partners.save([
    samplePartner("bookings", { kind: "office", services: ["hotel_booking"] }),
    samplePartner("legal", { kind: "office", services: ["legal_consultation"] }),
  ]);
});
afterEach(async () => {
  await office.close();
  await server.close();
  rmSync(dataDir, { recursive: true });
});

async function person(
  name: string,
  role: AgentName["role"],
  language: "ar" | "en",
  ...departments: readonly string[]
): Promise<AgentName> {
  const agent = {
    email: `${name}@office.example`,
    name,
    role,
    language,
    password: "a long password",
  } as const;
  const made = await createAgent(office.store.people, agent, { now, randomBytes });
  if (made.type !== "added") throw new Error(made.type);
  await office.store.departments.put(made.agent.id, departments.map(partnerIdOf));
  return { id: made.agent.id, name, role };
}

async function placed(service = "hotel_booking"): Promise<OrderRef> {
  const { engine } = office;
  const chat = await engine.openConversation({ channel: "desk", address: "+966501234567", language: "ar" });
  const text = "خالد العمري";
  const evidence = { text, messageId: "", start: 0, end: text.length, by: "api" } as const;
  const entered = await engine.enterOrder({
    conversation: chat.id,
    service,
    fields: { name: { value: text, evidence } },
  });
  // Partners are looked for first; nobody is waited for once there are none.
  await engine.tick();
  return sure("order" in entered ? entered.order : undefined).ref;
}

async function at(minutes: number): Promise<void> {
  now = morning + minutes * minute;
  await office.engine.tick();
  await office.idle();
}
const receivers = () => server.mails.flatMap(({ to }) => to).sort();
const rows = async (ref: OrderRef) =>
  (await office.store.orders.history(ref)).filter(({ what }) => what === "heads_told");

describe("heads' mail", () => {
  it("goes to the heads of the order's department in their language, with the order and nothing of the customer", async () => {
    await person("huda", "head", "ar", "bookings");
    await person("omar", "head", "en", "legal");
    await person("sara", "agent", "en", "bookings");
    const ref = await placed();
    await at(31);
    expect(server.mails).toEqual([]);
    await at(61);
    await vi.waitFor(() => expect(receivers()).toEqual(["huda@office.example"]), soon);
    const mail = sure(server.mails[0]);
    const { text, html } = mail;
    expect(readWords(mail.header("subject") ?? "")).toBe(`بانتظار المشرف: ${ref}، حجز فندق`);
    for (const body of [text, html]) {
      expect(body).toContain("لم يستلمه أحد منذ");
      expect(body).toContain("10:00 صباحًا");
      expect(body).toContain(`https://office.example/queue/orders/${ref}`);
      expect(body).not.toMatch(/العمري|1234567/);
    }
    expect(await rows(ref)).toMatchObject([{ note: "huda", by: { type: "office" } }]);
  });

  it("comes once a delay, also after a stop, and no more once somebody has taken the order", async () => {
    const huda = await person("huda", "head", "en", "bookings");
    const ref = await placed();
    await at(61);
    await vi.waitFor(() => expect(server.mails).toHaveLength(1), soon);
    await office.close();
    office = await open();
    office.engine.resume();
    await at(90);
    await at(150);
    expect(await rows(ref)).toHaveLength(1);
    await office.engine.act(huda, { type: "claim" }, { ref });
    await at(170);
    expect(server.mails).toHaveLength(1);
  });

  it("goes to the office's heads where the department has none, and to administrators where there are none either", async () => {
    await person("nora", "admin", "ar");
    await placed("legal_consultation");
    await at(61);
    await vi.waitFor(() => expect(receivers()).toEqual(["nora@office.example"]), soon);
    await person("omar", "head", "en", "legal");
    await placed();
    now += minute;
    await at(200);
    await vi.waitFor(() => expect(receivers()).toEqual(["nora@office.example", "omar@office.example"]), soon);
  });

  it("names whose mailbox takes no letter, also after a stop, until one is taken", async () => {
    const huda = await person("huda", "head", "en", "bookings");
    await placed();
    server.answerWith(550);
    await at(61);
    const unreached = async () => (await office.unreachedHeads.open()).map(({ name }) => name);
    await vi.waitFor(async () => expect(await unreached()).toEqual(["huda"]), soon);
    await office.close();
    office = await open();
    office.engine.resume();
    expect(await unreached()).toEqual(["huda"]);
    server.answerWith(undefined);
    await placed();
    await at(130);
    await vi.waitFor(async () => expect(await unreached()).toEqual([]), soon);
    await office.store.people.changeAgent(huda.id, { disabled: true });
  });

  it("tells of a hand-off that its department let pass", async () => {
    const huda = await person("huda", "head", "en", "bookings");
    const ref = await placed();
    const to = { id: partnerIdOf("bookings"), name: { ar: "الحجوزات", en: "Bookings" } };
    await office.engine.act(huda, { type: "hand_off", to, due: now + 20 * minute, note: "x" }, { ref });
    await at(21);
    expect(server.mails).toEqual([]);
    await at(51);
    const { text } = await vi.waitFor(() => sure(server.mails[0]), soon);
    expect(text).toContain("It was handed to the department");
    expect(text).toContain("Department: Bookings");
  });

  it("tells of an order that a department gave back as such, and nothing of the hand-off's note", async () => {
    const huda = await person("huda", "head", "en", "bookings");
    const ref = await placed();
    const to = { id: partnerIdOf("bookings"), name: { ar: "الحجوزات", en: "Bookings" } };
    const note = "اتصلوا بخالد العمري";
    await office.engine.act(huda, { type: "hand_off", to, due: now + 20 * minute, note }, { ref });
    await office.engine.act(huda, { type: "hand_off_back", reason: note }, { ref });
    await at(121);
    const mail = await vi.waitFor(() => sure(server.mails[0]), soon);
    expect(mail.text).toContain("gave it back");
    for (const part of [mail.text, mail.html, readWords(mail.header("subject") ?? "")])
      expect(part).not.toMatch(/العمري|1234567/);
  });
});

describe("a chat that nobody answers in time", () => {
  async function asksForPerson(): Promise<ConversationId> {
    const { id } = await office.engine.openConversation({ channel: "web", address: "web", language: "ar" });
    for (const [n, text] of ["السلام عليكم، انا خالد العمري", "ابي اكلم موظف"].entries())
      await office.receive({ channel: "web", address: "web", id: `m${n}`, content: { type: "text", text } });
    await office.idle();
    return id;
  }

  it("is told to heads once, without the customer", async () => {
    await person("huda", "head", "ar", "bookings");
    const chat = await asksForPerson();
    await at(29);
    expect(server.mails).toEqual([]);
    await at(30);
    const mail = await vi.waitFor(() => sure(server.mails[0]), soon);
    expect(readWords(mail.header("subject") ?? "")).toBe("بانتظار المشرف: محادثة لم يُرد عليها");
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain("10:00 صباحًا");
      expect(body).toContain(`https://office.example/queue/chats/${chat}`);
      expect(body).not.toMatch(/خالد|العمري/);
    }
    await at(95);
    expect((await office.engine.conversation(chat))?.person?.missed).toBe(2);
    expect(server.mails).toHaveLength(1);
  });

  it("is nobody's news once somebody is in it", async () => {
    const huda = await person("huda", "head", "en");
    const chat = await asksForPerson();
    await office.engine.act(huda, { type: "reply", text: "معك هدى" }, { conversation: chat });
    await at(31);
    expect(server.mails).toEqual([]);
  });
});

describe("headsTold", () => {
  const day = (local: string) => Date.parse(`2026-11-${local}:00+03:00`);
  const since = day("22T09:00");
  const late = (changedAt: number) =>
    orderOf("a", 10_001, {
      state: { status: "placed", at: since },
      placedAt: since,
      changedAt,
      clock: { unclaimed: { since, level: "escalated" } },
    });

  it("waits for the morning at night, unless the office wants otherwise, and is due at once by day", () => {
    expect(headsTold.at(late(day("22T11:00")), dueKnown)).toBe(day("22T11:00"));
    expect(headsTold.at(late(day("22T23:30")), dueKnown)).toBe(day("23T09:00"));
    const office = { ...dueKnown.office, heads_at_night: true };
    expect(headsTold.at(late(day("22T23:30")), { ...dueKnown, office })).toBe(day("22T23:30"));
  });

  it("is not due for a wait that heads were told of, or that is over", () => {
    const order = late(day("22T11:00"));
    const told = { ...order, clock: { ...order.clock, headsTold: { unclaimed: since } } };
    expect(headsTold.at(told, dueKnown)).toBeUndefined();
    const taken = { ...order, claim: { agent: "a_x" as AgentName["id"], name: "Sara", since } };
    expect(headsTold.at(taken, dueKnown)).toBeUndefined();
  });
});

describe("staffMailChannel", () => {
  it("sends no letter of what was seen to before it left, nor to who leads no more", async () => {
    const ref = await placed();
    const huda = await person("huda", "head", "en");
    const asked = { address: huda.id, order: ref, key: "k" } as unknown as Outbound;
    const channel = staffMailChannel({
      smtp: server.smtp,
      agentOf: (id) => office.store.people.getAgent(id),
      orderOf: (one) => office.store.orders.get(one),
      catalogue: office.catalogue,
      linkOf: (one) => `https://office.example/${one}`,
      chatOf: (one) => office.store.engine.getConversation(one),
      chatLinkOf: (one) => `https://office.example/${one}`,
      trouble: { lockedOut: () => undefined, letIn: () => undefined },
      unreached: { refused: async () => undefined, reached: async () => undefined },
    });
    expect(await channel.send(asked)).toEqual({ moot: true });
    await at(61);
    await office.store.people.changeAgent(huda.id, { disabled: true });
    expect(await channel.send(asked)).toEqual({ moot: true });
  });
});

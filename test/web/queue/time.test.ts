/** What time has made of orders and licences, as staff see it. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Conversation } from "../../../src/domain/conversation.ts";
import type { Order } from "../../../src/domain/order.ts";
import { partnerIdOf } from "../../store/sample-partner.ts";
import { flowHashOf, noon, password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let office: SmallOffice;
let chat: Conversation;

beforeEach(() => {
  office = smallOffice();
  chat = office.chat(["hello"], "en");
});

async function visitorWith(role: "agent" | "head"): Promise<Visitor> {
  await office.agent(role, "en");
  const visitor = new Visitor(office.app);
  await visitor.logIn(`${role}@example.com`, password);
  return visitor;
}

describe("an order that waits too long", () => {
  const placed = { status: "placed", at: noon } as const;

  it.each([
    [
      "nobody has claimed it",
      { unclaimed: { since: noon, level: "warned" } },
      "Should have been claimed by now",
    ],
    [
      "a head is called",
      { unclaimed: { since: noon, level: "escalated" } },
      "For a head: nobody has claimed it",
    ],
    ["promises were missed", { missed: 2 }, "Promises missed: 2"],
  ] as const)("says in its card that %s", async (_name, clock, words) => {
    office.order(chat, { state: placed, clock });
    const html = await (await visitorWith("agent")).get("/");
    expect(html).toContain(`<span class="sign" aria-hidden="true">!</span>${words}`);
  });

  it("says nothing of a wait that is over", async () => {
    const later = { status: "seeking", at: noon + 1 } as const;
    office.order(chat, { state: later, clock: { unclaimed: { since: noon, level: "warned" } } });
    expect(await (await visitorWith("agent")).get("/")).not.toContain("Should have been claimed");
  });
});

describe("an appointment", () => {
  const evidence = { text: "", messageId: "m0", start: 0, end: 0, by: "embedded" } as const;
  const booked = (date: string): Order =>
    office.order(chat, {
      service: "hotel_booking",
      flowHash: flowHashOf("hotel_booking"),
      fields: { checkin: { value: date, evidence }, city: { value: "Jeddah", evidence } },
      state: { status: "in_progress", at: noon, stage: "confirmed" },
    });

  it("can be written down as missed by who holds the order, once its day is over", async () => {
    const agent = await visitorWith("agent");
    const coming = booked("2035-01-01");
    const past = booked("2020-01-01");
    for (const { ref } of [coming, past]) await agent.post(`/orders/${ref}/claim`);
    expect(await agent.get(`/orders/${coming.ref}`)).not.toContain("/no_show");
    expect(await agent.get(`/orders/${past.ref}`)).toMatch(
      new RegExp(`<details[^>]*id="no-show">[\\s\\S]*/queue/orders/${past.ref}/no_show`),
    );
  });
});

describe("what a partner was told", () => {
  it("can be noted as told by phone while it is not confirmed", async () => {
    const agent = await visitorWith("agent");
    const chat = office.chat([]);
    const partner = { id: partnerIdOf("a"), name: { ar: "شريك", en: "Partner a" } };
    const asked = { n: 1, at: noon, partner: partner.id, what: "amended", state: "asked" } as const;
    const { ref } = office.order(chat, {
      partner,
      confirmation: asked,
      state: { status: "in_progress", at: noon },
    });
    expect(await agent.get(`/orders/${ref}`)).toMatch(/Partner a is to confirm[\s\S]*\/partner_told/);
    const seen = office.order(chat, {
      partner,
      confirmation: { ...asked, state: "seen" },
      state: { status: "in_progress", at: noon },
    });
    expect(await agent.get(`/orders/${seen.ref}`)).not.toContain("/partner_told");
  });
});

describe("licences that end", () => {
  it("stand on every page of heads until one of them has put them away", async () => {
    office.licences.push({
      partner: partnerIdOf("a"),
      name: { ar: "شريك", en: "Fast Courier" },
      kind: "transport",
      expires: "2026-12-20",
    });
    const agent = await visitorWith("agent");
    expect(await agent.get("/")).not.toContain("licence-banner");
    const head = await visitorWith("head");
    expect(await head.get("/mine")).toMatch(/licence-banner.*Fast Courier.*20 Dec/s);
    expect((await agent.post("/partners/licences_seen")).status).toBe(403);
    expect(office.licences).toHaveLength(1);
    const [, seen = ""] = /name="seen" value="([^"]*)"/.exec(await head.get("/mine")) ?? [];
    expect((await head.post("/partners/licences_seen")).status).toBe(200);
    expect(office.licences).toHaveLength(1);
    expect((await head.post("/partners/licences_seen", { seen })).status).toBe(200);
    expect(await head.get("/")).not.toContain("licence-banner");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Agent } from "../../../src/domain/agent.ts";
import type { Conversation } from "../../../src/domain/conversation.ts";
import type { AgentId } from "../../../src/domain/ids.ts";
import type { Order } from "../../../src/domain/order.ts";
import { samplePartner } from "../../store/sample-partner.ts";
import { noon, password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let office: SmallOffice;
let visitor: Visitor;
let agent: Agent;
let chat: Conversation;
let order: Order;

const evidence = (text: string, messageId = "m0") =>
  ({ text, messageId, start: 0, end: text.length, by: "embedded" }) as const;

beforeEach(async () => {
  office = smallOffice();
  agent = await office.agent("agent", "en");
  chat = office.chat(["send 3 kg of books", "Where to?", "to Jeddah"], "en");
  order = office.order(chat, {
    fields: {
      contents: { value: "books", evidence: evidence("books") },
      weight_kg: { value: 3, evidence: evidence("3 kg") },
      to_city: { value: "Jeddah", evidence: evidence("Jeddah", "m2") },
      phone: { value: "+966501234567", evidence: { ...evidence(""), by: "known" } },
    },
    promisedBy: noon + 3_600_000,
  });
  visitor = new Visitor(office.app);
  await visitor.logIn("agent@example.com", password);
});

const newest = () => office.orders.get(order.ref) ?? order;
const path = () => `/orders/${order.ref}`;
const act = async (what: string, fields: Record<string, string> = {}) => {
  const response = await visitor.post(`${path()}/${what}`, fields);
  return { status: response.status, html: await response.text() };
};
const notice = (html: string) =>
  (/<div id="notice"[^>]*>(.*?)<\/div>/s.exec(html)?.[1] ?? "").replace(/<[^>]+>/g, "").trim();
const version = () => String(newest().version);

describe("the order page", () => {
  it("shows each field with the customer's words and the line that they stand in", async () => {
    const html = await visitor.get(path());
    expect(html).toContain("Contents");
    expect(html).toMatch(/<q><bdi[^>]*>3 kg<\/bdi><\/q>/);
    expect(html).toContain(`href="/queue/orders/${order.ref}?from=3#line-3"`);
    expect(html).toContain('id="line-3"');
    expect(html).toContain("known from before");
    expect(html).toContain("+966 50 123 4567");
    expect(html).toContain("reply due <time");
  });

  it("names the amounts of a price before tax as such, and only where there is a tax", async () => {
    const line = (en: string, amountMinor: number, vat: boolean) =>
      ({ label: { ar: en, en }, amount: { amountMinor, currency: "SAR" }, vat }) as const;
    const fee = line("Office fee", 4_000, true);
    const total = (amountMinor: number) => ({ amountMinor, currency: "SAR" }) as const;
    const taxed = office.order(chat, {
      price: { lines: [fee, line("VAT 15%", 600, false)], total: total(4_600) },
    });
    const html = await visitor.get(`/orders/${taxed.ref}`);
    expect(html.match(/before VAT/g)).toHaveLength(1);
    expect(html).not.toContain("incl. VAT");
    const untaxed = office.order(chat, { price: { lines: [fee], total: total(4_000) } });
    expect(await visitor.get(`/orders/${untaxed.ref}`)).not.toContain("before VAT");
  });

  it("quotes what the office had composed without its marks of direction, and shows those of others", async () => {
    const ours = "The price of \u2068BR-10001\u2069: 46.00";
    const row = { at: noon, from: "quoted", to: "approved", what: "moved" } as const;
    office.history.set(order.ref, [
      { ...row, by: { type: "customer" }, note: ours },
      { ...row, by: { type: "agent", name: "Sara" }, note: "typed\u2068" },
    ]);
    office.lines
      .get(chat.id)
      ?.push({ seq: 4, at: noon, from: "partner", name: "Fast", text: `From \u2068Fast\u2069` });
    const html = await visitor.get(path());
    expect(html).toContain(ours);
    expect(html).toContain("From \u2068Fast\u2069");
    expect(html.match(/U\+206[89]/g)).toEqual(["U+2068"]);
  });

  it("says of an order that a partner got that it is with one, in its history, too", async () => {
    const partner = { id: "p_fast", name: { ar: "سريع", en: "Fast" } } as never;
    const by = { type: "partner", id: "p_fast", name: "Fast" } as never;
    office.history.set(order.ref, [
      { at: noon, from: "seeking", to: "assigned", by, what: "given", partner },
    ]);
    const html = await visitor.get(path());
    expect(html).toContain("Given to Fast");
    expect(html).toContain("Moved to: With a partner");
  });

  it("shows what was agreed to before health data was kept, and that it was withdrawn", async () => {
    const consent = {
      purpose: "health",
      at: noon - 60_000,
      messageId: "m1",
      language: "en",
      text: "May we keep it?",
    } as const;
    const about = { service: "clinic_booking" };
    const given = office.order(chat, { ...about, consent });
    expect(await visitor.get(`/orders/${given.ref}`)).toMatch(/The customer agreed:[\s\S]*May we keep it\?/);
    office.chats.set(chat.id, { ...chat, consents: [{ ...consent, withdrawnAt: noon }] });
    expect(await visitor.get(`/orders/${given.ref}`)).toContain("The customer withdrew it:");
    const entered = office.order(chat, about);
    expect(await visitor.get(`/orders/${entered.ref}`)).toContain("No consent is on record");
    expect(await visitor.get(path())).not.toContain("consent-title");
  });

  it("offers a claim first, and after it only the legal steps", async () => {
    const before = await visitor.get(path());
    expect(before).toContain(`hx-post="/queue${path()}/claim"`);
    expect(before).not.toContain('name="move"');
    const { html } = await act("claim");
    expect(notice(html)).toBe("The order is yours.");
    expect([...html.matchAll(/name="move" value="([^"]+)"/g)].map(([, value]) => value)).toEqual([
      "in_progress",
      "in_progress:picked_up",
      "in_progress:in_transit",
      "in_progress:delivered",
      "seeking",
      "cancelled",
      "failed",
    ]);
  });

  it("tells the loser of a race who has the order", async () => {
    const other = await office.agent("head", "en");
    await office.act(other, { type: "claim" }, order.ref);
    const { status, html } = await act("claim");
    expect(status).toBe(409);
    expect(notice(html)).toBe("Omar Head was faster and has this order now.");
    expect(html).toContain("with <bdi");
  });

  it("lets a head take what another holds, and nobody else", async () => {
    await office.agent("head", "en");
    await office.act(agent, { type: "claim" }, order.ref);
    const head = new Visitor(office.app);
    await head.logIn("head@example.com", password);
    expect(await head.get(path())).toContain("Take over");
    await head.post(`${path()}/take`);
    expect(newest().claim?.name).toBe("Omar Head");
    expect(await visitor.get(path())).not.toContain("Take over");
    const { status, html } = await act("take");
    expect([status, notice(html)]).toEqual([409, "Your role does not allow this."]);
  });

  it("moves along the stages and refuses a step that is no longer legal, naming those that are", async () => {
    await act("claim");
    const moved = await act("move", { move: "in_progress:in_transit", note: "van 12", version: version() });
    expect(notice(moved.html)).toBe("The step is recorded.");
    expect(newest().state).toMatchObject({ status: "in_progress", stage: "in_transit" });
    expect(moved.html).toContain("Moved to: On the way");
    expect(moved.html).toContain("van 12");
    const again = await act("move", { move: "in_progress:in_transit", version: version() });
    expect(again.status).toBe(409);
    expect(notice(again.html)).toMatch(/^That step does not fit .* Possible now: Delivered, Done/);
  });

  it("takes a stage back, which it offers last and by what it is", async () => {
    await act("claim");
    const moved = await act("move", { move: "in_progress:in_transit", version: version() });
    expect(moved.html.replace(/<[^>]*>/g, " ")).toMatch(/Delivered\s+Done\s+Back to: Picked up/);
    await act("move", { move: "in_progress:picked_up", note: "pressed the wrong one", version: version() });
    expect(newest().state).toMatchObject({ status: "in_progress", stage: "picked_up" });
  });

  it("ends an order only with a reason", async () => {
    await act("claim");
    const silent = await act("move", { move: "cancelled", note: "  ", version: version() });
    expect([silent.status, notice(silent.html)]).toEqual([422, "Please give a reason for this."]);
    await act("move", { move: "cancelled", note: "customer called", version: version() });
    expect(newest().state).toMatchObject({ status: "cancelled", reason: "customer called" });
    expect(await visitor.get(path())).toContain("customer called");
  });

  it("takes a price in riyals, of either kind of digits, and refuses what is no amount", async () => {
    const before = await visitor.get(path());
    expect(before).not.toContain('id="price-form"');
    expect(before).toContain("Next: claim the order");
    expect((await act("claim")).html).toContain("Next: &quot;Set the price&quot; below.");
    for (const [government, office] of [
      ["", ""],
      ["0", ""],
      ["-5", "10"],
      ["1e3", "1"],
      ["10.555", "1"],
      ["12 000", "x"],
    ])
      expect(
        (await act("price", { government: government ?? "", office: office ?? "", version: version() }))
          .status,
      ).toBe(422);
    expect(newest().price).toBeUndefined();
    const priced = await act("price", { government: "1,250.5", office: "١٩٩٫٩٥", version: version() });
    expect(notice(priced.html)).toContain("went to the customer for approval");
    expect(newest().price?.lines.map(({ amount }) => amount.amountMinor)).toEqual([125_050, 19_995, 2_999]);
    expect(newest().state).toMatchObject({ status: "quoted", total: { amountMinor: 148_044 } });
    expect(priced.html).toContain("Change the price");
    expect(priced.html).toContain("Price set");
  });

  it("does nothing on a state that has changed meanwhile, and shows the newest", async () => {
    await act("claim");
    const seen = version();
    await office.act(agent, { type: "note", text: "call first" }, order.ref);
    const late = await act("move", { move: "done", version: seen });
    expect(late.status).toBe(409);
    expect(notice(late.html)).toContain("changed while you had the page open");
    expect(notice(late.html)).toMatch(/What changed: Note \(.+\)\.$/);
    expect(late.html).toContain("call first");
    expect(newest().state.status).toBe("assigned");
    expect((await act("move", { move: "in_progress" })).status).toBe(409);
  });

  it("corrects a field with its reason, and keeps what was typed when it is refused", async () => {
    await act("claim");
    const refused = await act("correct", {
      field: "weight_kg",
      value: "heavy",
      reason: "scale says so",
      version: version(),
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/<details class="act" id="correct-weight_kg" open/);
    expect(refused.html).toContain('value="heavy"');
    expect(refused.html).toContain('value="scale says so"');
    expect(newest().fields.weight_kg?.value).toBe(3);

    const unexplained = await act("correct", {
      field: "weight_kg",
      value: "4",
      reason: " ",
      version: version(),
    });
    expect([unexplained.status, notice(unexplained.html)]).toEqual([422, "Please give a reason for this."]);

    const done = await act("correct", {
      field: "weight_kg",
      value: "٤ كيلو",
      reason: "weighed at pick-up",
      version: version(),
    });
    expect(notice(done.html)).toBe("The correction is saved.");
    expect(newest().fields.weight_kg).toMatchObject({ value: 4, evidence: { by: "agent" } });
    expect(done.html).toContain("Corrected “Weight in kilos”");
    expect(done.html).toContain("weighed at pick-up");
    expect(done.html).toContain("entered by staff");
  });

  it("adds a field that the customer did not give, and no field that the service lacks", async () => {
    await act("claim");
    await act("correct", { field: "fragile", value: "true", reason: "glass", version: version() });
    expect(newest().fields.fragile?.value).toBe(true);
    const unknown = await act("correct", { field: "colour", value: "red", reason: "x", version: version() });
    expect(unknown.status).toBe(422);
    expect(newest().fields.colour).toBeUndefined();
  });

  it("keeps notes inside the office and sends replies to the chat", async () => {
    await act("note", { text: "fragile customer" });
    expect(office.lines.get(chat.id)).toHaveLength(3);
    expect(await visitor.get(path())).toContain("fragile customer");
    const { html } = await act("reply", { text: "We are\r\non it" });
    expect(notice(html)).toBe("Your reply is on its way.");
    expect(office.lines.get(chat.id)?.at(-1)).toMatchObject({ from: "agent", text: "We are\non it" });
    for (const type of ["note", "reply"]) {
      expect((await act(type, { text: " \n " })).status).toBe(422);
      expect((await act(type, { text: "x".repeat(4_097) })).status).toBe(422);
    }
  });

  describe("with partners", () => {
    const transport = { licences: [{ kind: "transport", number: "1" }] } as const;
    const named = (en: string) => ({ ...transport, name: { ar: "أ", en } });
    /** What stands before, and behind, the list of those that are left out. */
    const parts = (html: string) => html.split("Why no others?");

    beforeEach(async () => {
      await office.partners.save([
        samplePartner("a", { ...named("Jeddah Couriers"), cities: ["Jeddah"] }),
        samplePartner("b", { ...named("Abha Couriers"), cities: ["Abha"] }),
        samplePartner("c", { ...named("Hotels Here"), services: ["hotel_booking"] }),
        samplePartner("d", named("Couriers Everywhere")),
        samplePartner("e", { ...named("Paused Here"), state: { status: "paused_by_itself", at: 1 } }),
        samplePartner("f", {
          ...named("Expired Here"),
          licences: [{ kind: "transport", number: "1", expires: "2026-11-21" }],
        }),
        samplePartner("g", { ...named("Unlicensed Here"), licences: [] }),
      ]);
    });

    it("suggests those that may get it, the best first, and says why others are left out", async () => {
      const [suggested = "", left = ""] = parts(await visitor.get(path()));
      for (const name of ["Jeddah Couriers", "Couriers Everywhere", "The best for this order first"])
        expect(suggested).toContain(name);
      for (const name of ["Abha Couriers", "Paused Here", "Expired Here", "Unlicensed Here"]) {
        expect(suggested).not.toContain(name);
        expect(left).toContain(name);
      }
      expect(suggested + left).not.toContain("Hotels Here");
      for (const why of ["Paused", "Does not work where this order is", "Does not hold the licence"])
        expect(left).toContain(why);
    });

    it("gives it to one, shows who has it and since when, and takes it back with a reason", async () => {
      expect(await visitor.get(path())).not.toContain('value="p_a"');
      await act("claim");
      expect(await visitor.get(path())).toContain('value="p_a"');
      const given = await act("give", { partner: "p_a", version: version() });
      expect(notice(given.html)).toBe("The order is given, and the customer is told.");
      expect(newest()).toMatchObject({ partner: { id: "p_a" }, state: { status: "assigned" } });
      expect(given.html).toContain("The order is with:");
      expect(given.html).toContain("Given to Jeddah Couriers");
      expect(await visitor.get("/partners/p_a")).toMatch(
        new RegExp(`Orders that it has now[\\s\\S]*${order.ref}`),
      );
      expect(await visitor.get("/partners/p_b")).toContain("Nothing just now.");
      expect((await act("give_back", { reason: " ", version: version() })).status).toBe(422);
      const long = await act("give_back", { reason: "x".repeat(501), version: version() });
      expect([long.status, notice(long.html)]).toEqual([422, "The text is longer than 500 characters."]);
      const back = await act("give_back", { reason: "their van broke down", version: version() });
      expect(back.html).toContain("Taken back from Jeddah Couriers");
      expect(back.html).toContain("their van broke down");
      expect(newest().partner).toBeUndefined();
    });

    it("may be given to one that is closed or elsewhere, as agreed by phone, and to no other", async () => {
      await act("claim");
      for (const partner of ["p_c", "p_e", "p_f", "p_none", "x'"]) {
        const { status, html } = await act("give", { partner, version: version() });
        expect([partner, status]).toEqual([partner, 422]);
        expect(notice(html)).toContain("be given to this partner");
      }
      expect((await act("give", { partner: "p_b", version: version() })).status).toBe(200);
    });
  });

  it("shows the latest lines, earlier ones on demand, and a line that evidence points to", async () => {
    const long = office.chat(Array.from({ length: 120 }, (_none, n) => `line ${n + 1}`));
    const about = office.order(long, {
      fields: { contents: { value: "x", evidence: evidence("line 1", "m0") } },
    });
    const html = await visitor.get(`/orders/${about.ref}`);
    expect(html).toContain('id="line-120"');
    expect(html).toContain('id="line-81"');
    expect(html).not.toContain('id="line-80"');
    expect(html).toContain(`/queue/orders/${about.ref}?from=41`);
    const evidenced = await visitor.get(`/orders/${about.ref}?from=1`);
    expect(evidenced).toContain('id="line-1"');
    expect(evidenced).toContain('id="line-120"');
  });

  it("answers an unknown or misspelt reference with a page that says so", async () => {
    for (const ref of ["BR-99999", "BR-1", "br-10001", "..%2f..", "BR-10001'"]) {
      const response = await visitor.send("GET", `/orders/${ref}`);
      expect([ref, response.status]).toEqual([ref, 404]);
      expect(await response.text()).toContain("There is no page here");
    }
    expect((await visitor.post("/orders/BR-99999/claim")).status).toBe(404);
  });
});

describe("the chat page", () => {
  beforeEach(() => {
    office.chats.set(chat.id, {
      ...(office.chats.get(chat.id) ?? chat),
      person: { since: noon - 840_000, reason: "complaint", mutedUntil: noon + 60_000 },
    });
  });

  it("says why a person is wanted and since when, and lists the customer's orders", async () => {
    const html = await visitor.get(`/chats/${chat.id}`);
    expect(html).toContain("Has a complaint");
    expect(html).toContain("14 minutes ago");
    expect(html).toContain(order.ref);
    expect(html).toContain("The bot is silent until");
  });

  it("is taken, answered and handed back to the bot", async () => {
    const taken = await visitor.post(`/chats/${chat.id}/take_chat`);
    expect(notice(await taken.text())).toContain("The chat is yours");
    expect(office.chats.get(chat.id)?.person?.agent?.id).toBe(agent.id);
    await visitor.post(`/chats/${chat.id}/reply`, { text: "Hello" });
    expect(office.lines.get(chat.id)?.at(-1)?.text).toBe("Hello");
    const back = await visitor.post(`/chats/${chat.id}/hand_back`);
    expect(notice(await back.text())).toContain("The bot looks after the chat again");
    expect(office.chats.get(chat.id)?.person).toBeUndefined();
    expect((await visitor.post(`/chats/${chat.id}/reply`, { text: "" })).status).toBe(422);
  });

  it("says in words whose talk it is, and offers nobody else a button to end it", async () => {
    const talk = (mutedUntil: number) =>
      office.chats.set(chat.id, {
        ...(office.chats.get(chat.id) ?? chat),
        person: {
          since: noon,
          reason: "agent_joined",
          agent: { id: "a_omar" as AgentId, name: "Omar" },
          mutedUntil,
        },
      });
    talk(noon + 60_000);
    const html = await visitor.get(`/chats/${chat.id}`);
    expect(html).toMatch(/Omar\S* is talking with this customer/);
    expect(html).not.toContain("hand_back");
    talk(noon - 1);
    expect(await visitor.get(`/chats/${chat.id}`)).toContain("hand_back");
  });

  it("answers an unknown chat with a page that says so", async () => {
    expect((await visitor.send("GET", "/chats/c_nothing")).status).toBe(404);
    expect((await visitor.send("GET", `/chats/c_${"x".repeat(22)}`)).status).toBe(404);
  });
});

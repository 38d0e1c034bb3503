/** A partner's own system: told of offers and orders by signed webhooks, and answering by the API. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OrderRef } from "../../../src/domain/ids.ts";
import type { PartnerNotice } from "../../../src/domain/notice.ts";
import type { Office } from "../../../src/office.ts";
import { webhookSecretOf } from "../../../src/webhooks/secret.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { origin, type Visitor } from "../queue/visitor.ts";
import { sure } from "../tiny-office.ts";
import { openPartnerSystem, type PartnerSystem, signedMessage } from "./partner-system.ts";
import { noon, openStaffedOffice, randomBytes, type StaffedOffice, tourism } from "./staffed-office.ts";

let now = noon;
const secretOf = { haram: webhookSecretOf(randomBytes(32)), stays: webhookSecretOf(randomBytes(32)) };
type Name = keyof typeof secretOf;

let staffed: StaffedOffice;
let office: Office;
let app: Hono;
let sara: Visitor;
let systems: Record<Name, PartnerSystem>;
let messages = 0;

beforeAll(async () => {
  systems = {
    haram: await openPartnerSystem(secretOf.haram),
    stays: await openPartnerSystem(secretOf.stays),
  };
  staffed = await openStaffedOffice({
    clock: { now: () => now },
    privateWebhooks: Object.values(systems).map(({ port }) => ({ host: "127.0.0.1", port })),
    partners: (["haram", "stays"] as const).map((name) =>
      samplePartner(name, { ...tourism, contacts: { webhook: systems[name].url } }),
    ),
  });
  ({ office, app, sara } = staffed);
  const { partners } = office.store;
  for (const name of ["haram", "stays"] as const) await partners.setSecret(partnerIdOf(name), secretOf[name]);
}, 60_000);

afterAll(async () => {
  await staffed.close();
  for (const system of Object.values(systems)) await system.close();
});

const claimed = () => staffed.claimed();

async function offer(ref: OrderRef, name: Name): Promise<string> {
  expect((await sara.post(`/orders/${ref}/offer`, { partner: `p_${name}` })).status).toBe(200);
  await office.idle();
  return sure(toldOf(name, ref).findLast(({ type }) => type === "offer.made")?.offer).id;
}

const version = (ref: OrderRef) => staffed.versionOf(ref);

const toldOf = (name: Name, ref: OrderRef): readonly PartnerNotice[] =>
  systems[name].told.flatMap(({ notice }) => (notice.order.ref === ref ? [notice] : []));
const typesOf = (name: Name, ref: OrderRef) => toldOf(name, ref).map(({ type }) => type);

type Posted = { readonly status: number; readonly body: Record<string, unknown> };

async function post(
  path: string,
  { headers, body }: { readonly headers: Record<string, string>; readonly body: string },
): Promise<Posted> {
  const response = await app.request(`${origin}/api/v1${path}`, { method: "POST", headers, body });
  await office.idle();
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const freshId = () => {
  messages += 1;
  return `msg_${messages}`;
};

function says(name: Name, path: string, body: object, id = freshId()): Promise<Posted> {
  return post(path, signedMessage(secretOf[name], id, body));
}
const accept = (name: Name, id: string, message?: string) =>
  says(name, `/offers/${id}/accept`, { type: "offer.accept", offer: id }, message);

describe("a partner's system", () => {
  it("says until when what it got lasts where the service renews it, and in no other", async () => {
    const { ref } = await claimed();
    await accept("haram", await offer(ref, "haram"));
    const expiry = (body: object) =>
      says("haram", `/orders/${ref}/expiry`, { type: "order.expiry", order: ref, ...body });
    expect(await expiry({})).toMatchObject({ status: 422, body: { errors: [{ field: "valid_until" }] } });
    expect(await expiry({ valid_until: "2027-03-15" })).toMatchObject({ status: 409 });
    const stage = { type: "order.stage", order: ref, stage: "in_progress", valid_until: "soon" };
    expect(await says("haram", `/orders/${ref}/stage`, stage)).toMatchObject({ status: 422 });
    expect(sure(await office.store.orders.get(ref)).state.status).toBe("assigned");
  });

  it("is told of an offer, accepts it, learns whom it is for, and reports the order to its end", async () => {
    const { ref, customer } = await claimed();
    const id = await offer(ref, "haram");
    const [made] = toldOf("haram", ref);
    expect(made).toMatchObject({
      type: "offer.made",
      order: { ref, service: "hotel_booking", status: "seeking" },
    });
    expect(made?.order.fields).toMatchObject({ city: "Makkah", nights: 2, checkin: "2026-11-23" });
    expect(JSON.stringify(made)).not.toMatch(/العمري|1234567/);

    expect(await accept("haram", id)).toEqual({ status: 200, body: { order: ref, status: "assigned" } });
    const assigned = toldOf("haram", ref).at(-1);
    expect(assigned).toMatchObject({ type: "order.assigned", order: { status: "assigned" } });
    expect(JSON.stringify(assigned)).toMatch(/العمري.*\+966551234567/);
    expect(await customer.lines()).toContain("شريك haram");

    const stage = (name: string) =>
      says("haram", `/orders/${ref}/stage`, { type: "order.stage", order: ref, stage: name });
    expect((await stage("requested")).body).toEqual({ order: ref, status: "in_progress" });
    expect((await stage("done")).body).toEqual({ order: ref, status: "done" });
    const late = signedMessage(secretOf.haram, "msg_late", {
      type: "order.stage",
      order: ref,
      stage: "requested",
    });
    for (let n = 0; n < 2; n += 1)
      expect(await post(`/orders/${ref}/stage`, late)).toEqual({
        status: 409,
        body: { status: "done", legal: [] },
      });
    expect(systems.haram.refused + systems.stays.refused).toBe(0);
  });

  it("acts once for a message that comes again, at once or later, whatever its id", async () => {
    const { ref } = await claimed();
    const id = await offer(ref, "haram");
    const answers = await Promise.all([1, 2, 3].map(() => accept("haram", id, "msg_same")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await accept("haram", id, "msg_same")).body).toEqual({ order: ref, status: "assigned" });
    expect(await office.store.seenWebhooks.find("p_haram", "msg_same")).toMatchObject({ status: 200 });
    expect(typesOf("haram", ref)).toEqual(["offer.made", "order.assigned"]);
    expect((await accept("haram", id)).body).toEqual({ order: ref, status: "assigned" });
  });

  it("is told that another was faster, on its own try and by itself", async () => {
    const { ref } = await claimed();
    const [one, other] = [await offer(ref, "haram"), await offer(ref, "stays")];
    const answers = await Promise.all([accept("haram", one), accept("stays", other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toEqual({ takenBy: "another partner" });
    const winner = answers[0]?.status === 200 ? "haram" : "stays";
    const loser = winner === "haram" ? "stays" : "haram";
    expect(typesOf(winner, ref)).toEqual(["offer.made", "order.assigned"]);
    expect(typesOf(loser, ref)).toEqual(["offer.made", "offer.withdrawn"]);
  });

  it("hears of what changes, and that the order is not its own any more", async () => {
    const { ref, customer } = await claimed();
    await accept("haram", await offer(ref, "haram"));
    const correction = { field: "nights", value: "3", reason: "called", version: await version(ref) };
    expect((await sara.post(`/orders/${ref}/correct`, correction)).status).toBe(200);
    await office.idle();
    expect(toldOf("haram", ref).at(-1)).toMatchObject({
      type: "order.amended",
      order: { fields: { nights: 3 } },
    });
    await customer.says(`الغ طلبي ${ref}`);
    await customer.says("نعم");
    // A partner has accepted: what the customer wants is for staff to decide, as the flow says.
    expect(await customer.lines()).toContain("لذلك يراجع موظف إلغاءه");
    expect(toldOf("haram", ref).at(-1)).toMatchObject({ type: "order.amended" });
    const cancelled = { move: "cancelled", note: "asked for", version: await version(ref) };
    expect((await sara.post(`/orders/${ref}/move`, cancelled)).status).toBe(200);
    await office.idle();
    expect(toldOf("haram", ref).at(-1)).toMatchObject({
      type: "order.cancelled",
      order: { status: "cancelled" },
    });
    expect(JSON.stringify(toldOf("haram", ref).at(-1))).not.toContain("العمري");
  });

  it("confirms a change by its number, and the customer hears so; what it can't do calls staff", async () => {
    const { ref, customer } = await claimed();
    await accept("haram", await offer(ref, "haram"));
    const correct = async (value: string) => {
      const correction = { field: "nights", value, reason: "called", version: await version(ref) };
      expect((await sara.post(`/orders/${ref}/correct`, correction)).status).toBe(200);
      await office.idle();
      return sure(toldOf("haram", ref).at(-1)?.order.change);
    };
    const confirm = (name: Name, change: unknown, more: object = {}) =>
      says(name, `/orders/${ref}/confirm`, { type: "order.confirm", order: ref, change, ...more });
    const first = await correct("3");
    const second = await correct("4");
    expect(second).toBeGreaterThan(first);
    expect(await confirm("haram", first)).toEqual({ status: 409, body: { over: "not waiting" } });
    expect((await confirm("haram", "x")).status).toBe(422);
    expect((await confirm("stays", second)).status).toBe(401);
    expect(await customer.lines()).not.toContain("أكّدت الجهة المنفّذة");
    for (let n = 0; n < 2; n += 1)
      expect(await confirm("haram", second)).toEqual({
        status: 200,
        body: { order: ref, status: "assigned" },
      });
    expect((await customer.lines()).split("أكّدت الجهة المنفّذة")).toHaveLength(2);
    const third = await correct("5");
    expect((await confirm("haram", third, { can: false, note: "no room that long" })).status).toBe(200);
    const page = await sara.get(`/orders/${ref}`);
    expect(page).toContain("can&#39;t do the change");
    expect(page).toContain("no room that long");
    expect(await sara.get("/waiting")).toContain(ref);
  });

  it("reports that the customer did not come, once they were expected", async () => {
    const { ref, customer } = await claimed();
    await accept("haram", await offer(ref, "haram"));
    const stage = { type: "order.stage", order: ref, stage: "confirmed" };
    expect((await says("haram", `/orders/${ref}/stage`, stage)).status).toBe(200);
    const report = (name: Name) =>
      says(name, `/orders/${ref}/no_show`, { type: "order.no_show", order: ref });
    expect(await report("haram")).toEqual({ status: 409, body: { over: "not waiting" } });
    expect((await report("stays")).status).toBe(401);
    now = noon + 2 * 86_400_000;
    expect(await report("haram")).toEqual({ status: 200, body: { order: ref, status: "failed" } });
    now = noon;
    expect(await customer.lines()).toContain(ref);
    expect((await office.store.orders.history(ref)).at(-1)).toMatchObject({ what: "no_show" });
  });

  it("never shares an order with another: whoever had it hears that it is not theirs any more", async () => {
    const { ref } = await claimed();
    await accept("haram", await offer(ref, "haram"));
    expect(
      (await sara.post(`/orders/${ref}/give`, { partner: "p_stays", version: await version(ref) })).status,
    ).toBe(200);
    await office.idle();
    expect(typesOf("haram", ref).at(-1)).toBe("order.cancelled");
    expect(typesOf("stays", ref)).toEqual(["order.assigned"]);
    const report = { type: "order.stage", order: ref, stage: "done" };
    expect(await says("haram", `/orders/${ref}/stage`, report)).toEqual({
      ...{ status: 409, body: { over: "not yours" } },
    });
    const move = { move: "seeking", version: await version(ref) };
    expect((await sara.post(`/orders/${ref}/move`, move)).status).toBe(200);
    await office.idle();
    expect(typesOf("stays", ref)).toEqual(["order.assigned", "order.cancelled"]);
  });

  it("is asked anew when the order has changed, and never accepts what it was not shown", async () => {
    const { ref } = await claimed();
    const id = await offer(ref, "haram");
    const correction = { field: "nights", value: "9", reason: "called", version: await version(ref) };
    await sara.post(`/orders/${ref}/correct`, correction);
    await office.idle();
    expect(typesOf("haram", ref)).toEqual(["offer.made", "offer.withdrawn"]);
    expect((await accept("haram", id)).body).toEqual({ over: "changed" });
  });

  it("tells staff alone what it writes with a stage", async () => {
    const { ref, customer } = await claimed();
    await accept("haram", await offer(ref, "haram"));
    const note = "اتصل بي 0559998877 وادفع على https://pay.example";
    await says("haram", `/orders/${ref}/stage`, {
      type: "order.stage",
      order: ref,
      stage: "in_progress",
      note,
    });
    expect(await customer.lines()).not.toContain("0559998877");
    expect(await sara.get(`/orders/${ref}`)).toContain("0559998877");
  });

  it("is answered to nothing once staff have paused it", async () => {
    const { ref } = await claimed();
    const id = await offer(ref, "stays");
    const stays = sure(await office.store.partners.get(partnerIdOf("stays")));
    const state = { status: "paused_by_staff", reason: "left us", at: 1 } as const;
    await office.store.partners.save([{ ...stays, state }]);
    expect((await accept("stays", id)).status).toBe(403);
    const paused = sure(await office.store.partners.get(partnerIdOf("stays")));
    await office.store.partners.save([{ ...paused, state: { status: "active" } }]);
  });

  it("calls staff to an order of which its system could not be told for good", async () => {
    const { ref } = await claimed();
    systems.stays.answerWith(410);
    expect(
      (await sara.post(`/orders/${ref}/give`, { partner: "p_stays", version: await version(ref) })).status,
    ).toBe(200);
    await vi.waitFor(
      async () => expect(await sara.get(`/orders/${ref}`)).toContain("could not be told"),
      20_000,
    );
    systems.stays.answerWith(200);
    expect(await sara.get("/waiting")).toContain("Something about the partner");
    expect(await sara.get(`/orders/${ref}`)).toContain("what it was told");
  });

  it("declines with a reason that staff read", async () => {
    const { ref } = await claimed();
    const id = await offer(ref, "stays");
    const body = { type: "offer.decline", offer: id, reason: "fully\0booked" };
    expect((await says("stays", `/offers/${id}/decline`, body)).status).toBe(200);
    expect(await sara.get(`/orders/${ref}`)).toContain("fully\uFFFDbooked");
  });

  it("accepts what it declined by mistake; of what has changed since it is sent the offer anew instead", async () => {
    const { ref } = await claimed();
    const id = await offer(ref, "haram");
    const decline = () => says("haram", `/offers/${id}/decline`, { type: "offer.decline", offer: id });
    await decline();
    const correction = { field: "nights", value: "9", reason: "called", version: await version(ref) };
    await sara.post(`/orders/${ref}/correct`, correction);
    await office.idle();
    expect(await accept("haram", id)).toEqual({ status: 409, body: { over: "changed" } });
    expect(typesOf("haram", ref)).toEqual(["offer.made", "offer.made"]);
    expect(toldOf("haram", ref).at(-1)).toMatchObject({ offer: { id }, order: { fields: { nights: 9 } } });
    expect((await office.store.orders.get(ref))?.partner).toBeUndefined();
    await decline();
    expect(await accept("haram", id)).toEqual({ status: 200, body: { order: ref, status: "assigned" } });
  });

  it("answers for itself alone: another's offer, order or secret is refused, and nothing changes", async () => {
    const { ref } = await claimed();
    const id = await offer(ref, "haram");
    const body = { type: "offer.accept", offer: id };
    const right = signedMessage(secretOf.haram, "msg_x", body);
    const wrong: readonly [string, number, Promise<Posted>][] = [
      ["another partner's signature", 401, accept("stays", id)],
      [
        "an offer that never was",
        401,
        accept(
          "haram",
          id.replace(/.$/, (c) => (c === "A" ? "B" : "A")),
        ),
      ],
      ["no offer's id", 401, accept("haram", "x")],
      ["no signature", 401, post(`/offers/${id}/accept`, { ...right, headers: {} })],
      ["a changed body", 401, post(`/offers/${id}/accept`, { ...right, body: `${right.body} ` })],
      [
        "an old message",
        401,
        post(`/offers/${id}/accept`, signedMessage(secretOf.haram, "msg_o", body, Date.now() - 301_000)),
      ],
      ["another act", 422, says("haram", `/offers/${id}/decline`, body)],
      ["another offer in the body", 422, says("haram", `/offers/${id}/accept`, { ...body, offer: "of_1" })],
      [
        "an order that it has not",
        409,
        says("haram", `/orders/${ref}/stage`, { type: "order.stage", order: ref, stage: "done" }),
      ],
    ];
    for (const [what, status, posted] of wrong) expect([what, (await posted).status]).toEqual([what, status]);
    const order = sure(await office.store.orders.get(ref));
    expect([order.partner, order.offers?.[0]?.state.type]).toEqual([undefined, "open"]);
  });

  it("is asked again while it fails, and staff see what did not arrive", { timeout: 60_000 }, async () => {
    const { ref } = await claimed();
    systems.stays.answerWith(500);
    expect((await sara.post(`/orders/${ref}/offer`, { partner: "p_stays" })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(typesOf("stays", ref)).toEqual([]);
    const chat = sure(sure(await office.store.orders.get(ref)).offers?.[0]?.partner.chats?.[0]);
    expect(await sara.get(`/orders/${ref}`)).toContain(`/queue/chats/${chat}`);
    const { lastSeq } = sure(await office.engine.conversation(chat));
    const [last] = (await office.engine.lines(chat, lastSeq - 1, 1)).map((line) => line.text);
    expect(last).toBe(`offer.made ${ref}`);
    systems.stays.answerWith(200);
    await vi.waitFor(() => expect(typesOf("stays", ref)).toEqual(["offer.made"]), 20_000);
  });

  it("hears of its other orders while it will not take what it is told of one", async () => {
    const [bad, good] = [(await claimed()).ref, (await claimed()).ref];
    systems.stays.answerWith(({ order }) => (order.ref === bad ? 422 : 200));
    expect((await sara.post(`/orders/${bad}/offer`, { partner: "p_stays" })).status).toBe(200);
    await offer(good, "stays");
    expect(typesOf("stays", bad)).toEqual([]);
    systems.stays.answerWith(200);
    await vi.waitFor(() => expect(typesOf("stays", bad)).toEqual(["offer.made"]), 20_000);
  });

  it("learns nothing of a customer whose order was taken back before its system could be told", async () => {
    const { ref } = await claimed();
    let tries = 0;
    systems.stays.answerWith(() => {
      tries += 1;
      return 503;
    });
    expect(
      (await sara.post(`/orders/${ref}/give`, { partner: "p_stays", version: await version(ref) })).status,
    ).toBe(200);
    await vi.waitFor(() => expect(tries).toBeGreaterThan(0), 20_000);
    const move = { move: "seeking", version: await version(ref) };
    expect((await sara.post(`/orders/${ref}/move`, move)).status).toBe(200);
    systems.stays.answerWith(200);
    await vi.waitFor(() => expect(typesOf("stays", ref)).toEqual(["order.cancelled"]), 20_000);
    expect(JSON.stringify(toldOf("stays", ref))).not.toMatch(/العمري|1234567/);
    const chat = sure(await office.store.engine.findConversation("partner_system", "p_stays"));
    const kept = await office.store.engine.unfinishedOutbox();
    expect(JSON.stringify([chat, kept])).not.toMatch(/العمري|1234567/);
  });
});

/** A partner's people on the chat page: the code that the directory makes, the session that it opens, an offer from the queue, and the end of the link. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConversationId } from "../../../src/domain/ids.ts";
import type { Office } from "../../../src/office.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { origin, type Visitor } from "../queue/visitor.ts";
import { sure } from "../tiny-office.ts";
import { openStaffedOffice, type StaffedOffice, tourism } from "./staffed-office.ts";

let staffed: StaffedOffice;
let office: Office;
let app: Hono;
let head: Visitor;

beforeAll(async () => {
  staffed = await openStaffedOffice({ role: "head", partners: [samplePartner("haram", tourism)] });
  ({ office, app, sara: head } = staffed);
}, 60_000);

afterAll(async () => {
  await staffed.close();
});

const partner = async () => sure(await office.store.partners.get(partnerIdOf("haram")));
const post = (path: string, body: object) =>
  app.request(`${origin}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("a partner on the chat page", () => {
  it("joins by the link of its page, takes an offer from the queue, and is unlinked there", async () => {
    const page = await (await head.post("/partners/p_haram/code")).text();
    const code = sure(/chat#p=(pt[a-z2-9]{26})/.exec(page)?.[1]);
    expect(page).toContain(code);
    expect(JSON.stringify(await partner())).not.toContain(code);
    expect(await head.get("/partners/p_haram")).not.toContain(code);
    expect(
      (await post("/chat/sessions", { code: `${code.slice(0, -1)}${code.endsWith("a") ? "b" : "a"}` }))
        .status,
    ).toBe(404);
    const opened = await post("/chat/sessions", { code });
    expect(opened.status).toBe(201);
    const { session, conversation } = (await opened.json()) as { session: string; conversation: string };
    expect((await partner()).contacts).toMatchObject({ chat: { conversation } });
    expect((await post("/chat/sessions", { code })).status).toBe(404);

    const { ref } = await staffed.claimed();
    expect((await head.post(`/orders/${ref}/offer`, { partner: "p_haram" })).status).toBe(200);
    await office.idle();
    const chat = sure(parseConversationId(conversation));
    const texts = async () => (await office.engine.lines(chat, 0, 50)).map(({ text }) => text ?? "");
    expect((await texts()).join("\n")).toContain("عرض 11");
    expect((await texts()).join("\n")).not.toMatch(/خالد|055/);
    const answer = await post(`/chat/sessions/${session}/messages`, { id: "a1", text: "قبول ١١" });
    expect(answer.status).toBeLessThan(300);
    await office.idle();
    expect((await office.store.orders.get(ref))?.partner?.id).toBe("p_haram");
    expect((await texts()).at(-1)).toContain("خالد");
    expect((await texts()).at(-1)).toContain("الأجرة: تُحدَّد بالاتفاق مع المكتب قبل البدء.");
    const version = await staffed.versionOf(ref);
    expect((await head.post(`/orders/${ref}/agree_pay`, { version, pays: "80" })).status).toBe(200);
    await office.idle();
    expect((await texts()).at(-1)).toMatch(/سجّل المكتب الأجرة المتفق عليها للطلب 11[\s\S]*80\.00/);

    const unlinked = await (await head.post("/partners/p_haram/unlink")).text();
    expect(unlinked).toContain("unlinked");
    expect((await partner()).contacts.chat).toBeUndefined();
    expect((await office.engine.conversation(chat))?.partner).toBeUndefined();
  });
});

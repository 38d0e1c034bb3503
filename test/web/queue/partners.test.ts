/** The directory of partners on its pages: reading, editing, pausing, keys. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Partner } from "../../../src/domain/partner.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { noon, password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let office: SmallOffice;
let head: Visitor;

beforeEach(async () => {
  office = smallOffice();
  await office.agent("head", "en");
  head = new Visitor(office.app);
  await head.logIn("head@example.com", password);
});

const partner = async (name: string): Promise<Partner | undefined> => office.partners.get(partnerIdOf(name));
const save = (...partners: Partner[]) => office.partners.save(partners);

/** A form as a browser would send it: several values of a name stand beside each other. */
const send = (visitor: Visitor, path: string, fields: readonly (readonly [string, string])[]) =>
  visitor.send("POST", path, {
    headers: {
      origin: "http://localhost",
      "hx-request": "true",
      "x-wasit-csrf": visitor.csrf,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
  });

const whole: readonly (readonly [string, string])[] = [
  ["version", "0"],
  ["name_ar", "شركة السرعة"],
  ["name_en", "Speed Co"],
  ["kind", "business"],
  ["language", "ar"],
  ["service", "parcel_delivery"],
  ["service", "hotel_booking"],
  ["price:parcel_delivery", "45.50"],
  ["price:hotel_booking", ""],
  ["price:legal_consultation", "left from before"],
  ["places", "الرياض، القصيم"],
  ["capacity", "٣"],
  ["phone", "0501234567"],
  ["email", "Desk@Speed.example"],
  ["webhook", "https://speed.example/hook"],
  ["sunday", "9-13, 16-21"],
  ["ramadan_monday", "21:00-02:00"],
  ["holidays", "1448-10-01 to 1448-10-03\n2027-09-23"],
  ["office_holidays", "yes"],
  ["licence_kind", "transport"],
  ["licence_number", "TL-1"],
  ["licence_expires", "2027-01-31"],
  ["licence_kind", "health"],
  ["licence_number", ""],
  ["licence_expires", ""],
];
const changed = (...changes: readonly (readonly [string, string])[]) => [
  ...whole.filter(([name]) => !changes.some(([other]) => other === name)),
  ...changes,
];

describe("the form of a partner", () => {
  it("makes a partner of what is typed, and shows it", async () => {
    const saved = await send(head, "/partners", whole);
    expect(saved.headers.get("hx-redirect")).toBe("/queue/partners/p_speed_co?saved=1");
    expect(await partner("speed_co")).toEqual({
      ...samplePartner("speed_co"),
      version: 1,
      name: { ar: "شركة السرعة", en: "Speed Co" },
      services: ["parcel_delivery", "hotel_booking"],
      prices: { parcel_delivery: { amountMinor: 4_550, currency: "SAR" } },
      cities: ["Riyadh"],
      areas: ["Qassim"],
      capacity: 3,
      contacts: {
        phone: "+966501234567",
        email: "desk@speed.example",
        webhook: "https://speed.example/hook",
      },
      hours: expect.objectContaining({
        friday: [],
        sunday: [
          ["09:00", "13:00"],
          ["16:00", "21:00"],
        ],
      }),
      ramadan: expect.objectContaining({ sunday: [], monday: [["21:00", "02:00"]] }),
      holidays: [{ date: "2027-03-09", until: "2027-03-11" }, { date: "2027-09-23" }],
      licences: [{ kind: "transport", number: "TL-1", expires: "2027-01-31" }],
    });
    const html = await head.get("/partners/p_speed_co?saved=1");
    for (const text of [
      "The partner is saved",
      "Speed Co",
      "SAR 45.50",
      "by quote",
      "Riyadh, Qassim",
      "TL-1",
    ])
      expect([text, html.includes(text)]).toEqual([text, true]);
  });

  it("gives its own texts back to be saved unchanged", async () => {
    await send(head, "/partners", whole);
    const html = await head.get("/partners/p_speed_co/edit");
    const boxes = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*?(?: value="([^"]*)")?[^>]*>/g)];
    for (const value of ["09:00-13:00, 16:00-21:00", "closed", "21:00-02:00", "45.50", "TL-1", "2027-01-31"])
      expect([value, boxes.some(([box]) => box.includes(`value="${value}"`))]).toEqual([value, true]);
    expect(html).toContain("2027-03-09 – 2027-03-11\n2027-09-23");
    expect(html).toContain("Riyadh, Qassim");
  });

  it("says beside each box what is wrong, and keeps everything that was typed", async () => {
    const refused = await send(
      head,
      "/partners",
      changed(
        ["name_en", ""],
        ["places", "Atlantis, الرياض"],
        ["phone", "12"],
        ["email", "desk"],
        ["webhook", "http://speed.example"],
        ["capacity", "many"],
        ["sunday", "9-25"],
        ["holidays", "tomorrow"],
        ["price:parcel_delivery", "a lot"],
        ["licence_expires", "soon"],
      ),
    );
    expect(refused.status).toBe(422);
    const html = await refused.text();
    for (const field of [
      "name_en",
      "places",
      "phone",
      "email",
      "webhook",
      "capacity",
      "sunday",
      "holidays",
    ]) {
      expect([field, html.includes(`id="${field}-wrong"`)]).toEqual([field, true]);
      expect([field, new RegExp(`id="${field}"[^>]*aria-invalid="true"`).test(html)]).toEqual([field, true]);
    }
    for (const id of ["licences-wrong", "wrong-price-parcel_delivery"]) expect(html).toContain(`id="${id}"`);
    for (const typed of [
      "Atlantis, الرياض",
      "a lot",
      "soon",
      "left from before",
      "شركة السرعة",
      "9-25",
      "many",
    ])
      expect([typed, html.includes(typed)]).toEqual([typed, true]);
    expect(html).toContain('value="hotel_booking" checked');
    expect((await office.partners.list({}, { sortedIn: "en", limit: 9 })).type).toBe("page");
    expect(await partner("speed_co")).toBeUndefined();
  });

  it("leaves to a partner what the form does not show", async () => {
    const state = { status: "paused_by_itself", at: 3 } as const;
    const contacts = { linkCode: { code: "PBCDFGHJK", until: 9 }, phone: "+966500000000" };
    await save(samplePartner("a", { state, contacts, services: ["no_more_offered"], demo: true }));
    const form = changed(["version", "1"], ["service", "no_more_offered"]);
    expect((await send(head, "/partners/p_a", form)).headers.get("hx-redirect")).toBe(
      "/queue/partners/p_a?saved=1",
    );
    expect(await partner("a")).toMatchObject({
      state,
      demo: true,
      services: ["no_more_offered"],
      contacts: { linkCode: contacts.linkCode, phone: "+966501234567" },
    });
  });

  it("saves nothing over what somebody else has saved, until it is sent once more", async () => {
    await save(samplePartner("a"));
    const [old] = [await partner("a")];
    if (old) await save({ ...old, capacity: 7 });
    const late = await send(head, "/partners/p_a", changed(["version", "1"]));
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain("Somebody else saved");
    expect(html).toContain("شركة السرعة");
    expect(html).toContain('name="version" value="2"');
    expect(await partner("a")).toMatchObject({ version: 2, capacity: 7 });
    await send(head, "/partners/p_a", changed(["version", "2"]));
    expect(await partner("a")).toMatchObject({ version: 3, capacity: 3 });
  });
});

describe("the list of partners", () => {
  it("is searched, narrowed and turned page by page", async () => {
    await save(
      ...Array.from({ length: 30 }, (_, n) => samplePartner(`n${String(n).padStart(2, "0")}`)),
      samplePartner("hotel", { name: { ar: "نزل", en: "Zeta Inn" }, services: ["hotel_booking"] }),
      samplePartner("busy", {
        name: { ar: "مشغول", en: "Busy Bees" },
        state: { status: "paused_by_itself", at: 1 },
      }),
    );
    const first = await head.get("/partners");
    expect(first.match(/class="card"/g)).toHaveLength(25);
    expect(first).toContain('<option value="hotel_booking"');
    expect(first).not.toMatch(/<option value="(?:complaint|it_request)"/);
    const next = /hx-get="(\/queue\/partners\?after=[^"]+)"/.exec(first)?.[1] ?? "";
    const rest = await head.send("GET", next.replace("/queue", ""), { headers: { "hx-request": "true" } });
    expect((await rest.text()).match(/class="card"/g)).toHaveLength(7);
    const names = async (query: string) =>
      [...(await head.get(`/partners?${query}`)).matchAll(/href="\/queue\/partners\/(p_\w+)"/g)].map(
        ([, id]) => id,
      );
    expect(await names("q=zeta")).toEqual(["p_hotel"]);
    expect(await names("service=hotel_booking&state=active")).toEqual(["p_hotel"]);
    expect(await names("state=paused_by_itself")).toEqual(["p_busy"]);
    expect(await head.get("/partners?q=nobody&state=active")).toContain("No partner is like that");
    expect((await head.send("GET", "/partners?after=nonsense")).status).toBe(303);
  });

  it("says what to do while there is none", async () => {
    expect(await head.get("/partners")).toContain("No partners yet");
  });

  it("warns of licences that have expired or end soon", async () => {
    const licences = (expires: string) => [{ kind: "transport", number: "1", expires }] as const;
    await save(
      samplePartner("gone", { licences: licences("2026-11-21") }),
      samplePartner("soon", { licences: licences("2026-12-01") }),
      samplePartner("fine", { licences: licences("2027-12-01") }),
    );
    const html = await head.get("/partners");
    expect(html.match(/licence expired/g)).toHaveLength(1);
    expect(html.match(/licence ends soon/g)).toHaveLength(1);
    expect(await head.get("/partners/p_gone")).toContain("gets no new offers until it is renewed");
    expect(await head.get("/partners/p_soon")).toContain("ends in 9 days");
  });
});

describe("the state of a partner", () => {
  it("is paused with a reason, and resumed", async () => {
    await save(samplePartner("a"));
    expect((await head.post("/partners/p_a/pause", { reason: " " })).status).toBe(422);
    expect((await partner("a"))?.state.status).toBe("active");
    const paused = await (await head.post("/partners/p_a/pause", { reason: "أعمال صيانة" })).text();
    expect(paused).toContain("أعمال صيانة");
    expect((await partner("a"))?.state).toMatchObject({
      status: "paused_by_staff",
      reason: "أعمال صيانة",
      at: noon,
      by: { name: "Omar Head" },
    });
    expect((await head.post("/partners/p_a/pause", { reason: "again" })).status).toBe(409);
    expect((await head.post("/partners/p_a/resume")).status).toBe(200);
    expect((await partner("a"))?.state).toEqual({ status: "active" });
    expect((await head.post("/partners/p_a/resume")).status).toBe(409);
  });

  it("is not resumed while its chat wants no messages, unless it has a system of its own", async () => {
    const chat = office.chat(["x"]);
    office.chats.set(chat.id, { ...chat, optedOut: { at: noon, messageId: "m1", text: "stop" } });
    const state = { status: "paused_by_itself", at: noon } as const;
    const contacts = { chat: { conversation: chat.id, linkedAt: noon } };
    await save(
      samplePartner("a", { contacts, state }),
      samplePartner("b", { contacts: { ...contacts, webhook: "https://b.example/" }, state }),
    );
    const refused = await head.post("/partners/p_a/resume");
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining("stopped messages"),
    ]);
    expect((await partner("a"))?.state.status).toBe("paused_by_itself");
    expect((await head.post("/partners/p_b/resume")).status).toBe(200);
  });
});

describe("the keys of a partner", () => {
  it("are a secret that is shown once", async () => {
    await save(samplePartner("a", { contacts: { webhook: "https://a.example/" } }));
    const secrets: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const shown = await (await head.post("/partners/p_a/secret")).text();
      secrets.push(/<output[^>]*>(whsec_[^<]+)<\/output>/.exec(shown)?.[1] ?? "");
    }
    expect(new Set(secrets).size).toBe(2);
    expect(Buffer.from(secrets[1]?.slice(6) ?? "", "base64")).toHaveLength(32);
    expect(await office.partners.secretOf(partnerIdOf("a"))).toBe(secrets[1]);
    for (const path of ["/partners/p_a", "/partners/p_a/edit", "/partners"])
      expect(await head.get(path)).not.toContain("whsec_");
    expect(JSON.stringify(office.logged)).not.toContain("whsec_");
  });

  it("are no secret without a webhook", async () => {
    await save(samplePartner("a"));
    expect((await head.post("/partners/p_a/secret")).status).toBe(409);
    expect(await office.partners.secretOf(partnerIdOf("a"))).toBeUndefined();
  });
});

describe("an agent", () => {
  it("reads partners, and changes none", async () => {
    await save(samplePartner("a", { contacts: { linkCode: { code: "PBCDFGHJK", until: noon * 2 } } }));
    await office.agent("agent", "en");
    const agent = new Visitor(office.app);
    await agent.logIn("agent@example.com", password);
    expect(await agent.get("/")).toContain('href="/queue/partners"');
    expect(await agent.get("/partners")).not.toContain("/queue/partners/new");
    const html = await agent.get("/partners/p_a");
    expect(html).toContain("Partner a");
    for (const hidden of ["PBCDFGHJK", "/edit", "/pause"])
      expect([hidden, html.includes(hidden)]).toEqual([hidden, false]);
    for (const path of ["/new", "/p_a/edit", "/import", "/export.csv"])
      expect([path, (await agent.send("GET", `/partners${path}`)).status]).toEqual([path, 403]);
    for (const path of ["", "/p_a", "/p_a/pause", "/p_a/resume", "/p_a/secret", "/import"])
      expect([path, (await agent.post(`/partners${path}`, { reason: "x" })).status]).toEqual([path, 403]);
    expect(await partner("a")).toMatchObject({ version: 1 });
  });
});

describe("an unknown partner", () => {
  it("is a page that says so", async () => {
    for (const path of ["/partners/p_nobody", "/partners/p_nobody/edit", "/partners/nonsense"])
      expect([path, (await head.send("GET", path)).status]).toEqual([path, 404]);
    expect((await head.post("/partners/p_nobody/pause", { reason: "x" })).status).toBe(404);
  });
});

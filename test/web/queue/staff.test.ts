import { beforeEach, describe, expect, it } from "vitest";
import type { Agent } from "../../../src/domain/agent.ts";
import { attachment } from "../../../src/web/attachment.ts";
import { parseEmail } from "../../../src/web/auth/agents.ts";
import { sessionRule } from "../../../src/web/auth/sessions.ts";
import { noon, password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let office: SmallOffice;
let admin: Visitor;

beforeEach(async () => {
  office = smallOffice();
  await office.agent("admin", "en");
  admin = new Visitor(office.app);
  await admin.logIn("admin@example.com", password);
});

const revealed = (html: string) => /<output[^>]*>([^<]+)<\/output>/.exec(html)?.[1] ?? "";
const added = async () => {
  const fields = { name: "Huda", email: "Huda@Example.com", role: "head", language: "ar" };
  return (await admin.post("/agents", fields)).text();
};
const huda = async (): Promise<Agent> => {
  const found = (await office.deps.people.listAgents()).find(({ name }) => name === "Huda");
  if (!found) throw new Error("Huda is not there");
  return found;
};

describe("the staff page", () => {
  it("adds an agent and shows the generated password once only", async () => {
    const html = await added();
    const generated = revealed(html);
    expect(generated).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){4}$/);
    expect(await admin.get("/agents")).not.toContain(generated);
    expect(await huda()).toMatchObject({ email: "huda@example.com", role: "head", language: "ar" });
    const visitor = new Visitor(office.app);
    expect((await visitor.logIn("huda@example.com", generated)).status).toBe(303);
    expect(JSON.stringify(office.logged)).not.toContain(generated);
  });

  it("refuses a taken or broken address and keeps what was typed", async () => {
    await added();
    const taken = await admin.post("/agents", { name: "Other", email: "huda@example.com" });
    expect([taken.status, (await taken.text()).includes('value="Other"')]).toEqual([409, true]);
    expect((await admin.post("/agents", { name: "Other", email: "nonsense" })).status).toBe(422);
    expect((await admin.post("/agents", { name: " ", email: "a@b.example" })).status).toBe(422);
    expect(await office.deps.people.listAgents()).toHaveLength(2);
  });

  it("disables an agent, whose sessions end, and lets them back in without the old ones", async () => {
    const generated = revealed(await added());
    const visitor = new Visitor(office.app);
    await visitor.logIn("huda@example.com", generated);
    const { id } = await huda();
    await admin.post(`/agents/${id}/disable`);
    expect((await visitor.send("GET", "/")).status).toBe(303);
    expect((await visitor.logIn("huda@example.com", generated)).status).toBe(401);
    await admin.post(`/agents/${id}/enable`);
    expect((await visitor.logIn("huda@example.com", generated)).status).toBe(303);
  });

  it("gives a new password, which ends the old one, its sessions and a lock-out", async () => {
    const first = revealed(await added());
    const visitor = new Visitor(office.app);
    await visitor.logIn("huda@example.com", first);
    for (let n = 0; n < 10; n += 1) await new Visitor(office.app).logIn("huda@example.com", "wrong-password");
    const { id } = await huda();
    const second = revealed(await (await admin.post(`/agents/${id}/password`)).text());
    expect((await visitor.send("GET", "/")).status).toBe(303);
    expect((await visitor.logIn("huda@example.com", first)).status).toBe(401);
    expect((await visitor.logIn("huda@example.com", second)).status).toBe(303);
  });

  it("does not let administrators disable themselves", async () => {
    const [self] = await office.deps.people.listAgents();
    expect((await admin.post(`/agents/${self?.id}/disable`)).status).toBe(409);
    expect((await admin.send("GET", "/")).status).toBe(200);
    expect(await admin.get("/agents")).not.toContain(`/agents/${self?.id}/disable`);
  });

  it("shows itself to heads, who change no account, and to agents not at all", async () => {
    for (const role of ["head", "agent"] as const) {
      await office.agent(role, "en");
      const visitor = new Visitor(office.app);
      await visitor.logIn(`${role}@example.com`, password);
      expect((await visitor.send("GET", "/agents")).status).toBe(role === "head" ? 200 : 403);
      expect((await visitor.post("/agents", { name: "x", email: "x@y.example" })).status).toBe(403);
      expect((await visitor.get("/")).includes('href="/queue/agents"')).toBe(role === "head");
    }
    expect(await office.deps.people.listAgents()).toHaveLength(3);
  });
});

describe("the account page", () => {
  it("changes one's own password against the old one, and keeps this session alone", async () => {
    const elsewhere = new Visitor(office.app);
    await elsewhere.logIn("admin@example.com", password);
    const change = (current: string, next: string) => admin.post("/account/password", { current, next });
    expect((await change("wrong-password", "a-new-long-password")).status).toBe(422);
    expect((await change(password, "short")).status).toBe(422);
    const changed = await change(password, "a-new-long-password");
    expect(changed.headers.get("hx-redirect")).toBe("/queue/account?changed=1");
    expect(await admin.get("/account?changed=1")).toContain("Your password is changed");
    expect((await elsewhere.send("GET", "/")).status).toBe(303);
    expect((await elsewhere.logIn("admin@example.com", "a-new-long-password")).status).toBe(303);
  });

  it("lets nobody guess the old password at an open page, and lets its owner in again after 15 minutes", async () => {
    const change = (current: string) =>
      admin.post("/account/password", { current, next: "a-new-long-password" });
    for (let n = 0; n < 10; n += 1) expect((await change(`guess ${n}`)).status).toBe(422);
    expect((await change(password)).status).toBe(429);
    office.clock.real += 15 * 60_000;
    expect((await change(password)).status).toBe(204);
  });

  it("stays logged in when the key is renewed while the password changes", async () => {
    office.clock.real += sessionRule.renewMs;
    const changed = await admin.post("/account/password", { current: password, next: "a-new-long-password" });
    expect(changed.headers.getSetCookie().filter((line) => line.startsWith("wasit_agent="))).toHaveLength(1);
    expect((await admin.send("GET", "/")).status).toBe(200);
  });

  it("keeps the language with the agent", async () => {
    expect((await admin.post("/language", { language: "ar" })).headers.get("hx-refresh")).toBe("true");
    expect(await admin.get("/")).toContain('<html lang="ar" dir="rtl">');
    const again = new Visitor(office.app);
    await again.logIn("admin@example.com", password);
    expect(await again.get("/")).toContain('<html lang="ar" dir="rtl">');
  });
});

describe("parseEmail", () => {
  it("folds case and width, and refuses what is no address", () => {
    expect(parseEmail("  Sara@Office.Example ")).toBe("sara@office.example");
    for (const text of ["", "sara", "sara@", "@x", "a b@x", "<a@x>", `${"a".repeat(250)}@x.example`])
      expect(parseEmail(text)).toBeUndefined();
  });
});

describe("a customer's file", () => {
  it("is saved and never shown, for whoever is logged in", async () => {
    const body = new TextEncoder().encode("<svg onload=alert(1)>");
    const id = `f_${"d".repeat(22)}`;
    office.documents.set(id, {
      body,
      document: {
        id: id as never,
        conversation: office.chat(["x"]).id,
        sha256: "x",
        mediaType: "application/pdf",
        bytes: body.byteLength,
        name: 'عقد "1".pdf',
        at: noon,
      },
    });
    const response = await admin.send("GET", `/documents/${id}`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "21",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "content-disposition":
        "attachment; filename=\"___ _1_.pdf\"; filename*=UTF-8''%D8%B9%D9%82%D8%AF%20%221%22.pdf",
    });
    expect(await response.text()).toBe("<svg onload=alert(1)>");
    expect((await new Visitor(office.app).send("GET", `/documents/${id}`)).status).toBe(303);
    expect((await admin.send("GET", `/documents/f_${"e".repeat(22)}`)).status).toBe(404);
    expect((await admin.send("GET", "/documents/..%2f..%2fetc%2fpasswd")).status).toBe(404);
  });

  it("can't break out of its header by its name", () => {
    for (const name of ['a"; x="', "a\r\nSet-Cookie: x", "../../etc/passwd", "\ud800", "%00", "'*("]) {
      const header = attachment(name);
      expect(() => new Headers({ "content-disposition": header })).not.toThrow();
      expect(header).toMatch(/^attachment; filename="[^"\\\r\n/%]*"; filename\*=UTF-8''[\w.%~!-]*$/);
    }
  });
});

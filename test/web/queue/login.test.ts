import { beforeEach, describe, expect, it } from "vitest";
import { sessionRule } from "../../../src/web/auth/sessions.ts";
import { ownPath } from "../../../src/web/queue/frame/login.tsx";
import { password, type SmallOffice, smallOffice } from "./small-office.ts";
import { origin, Visitor } from "./visitor.ts";

let office: SmallOffice;
let visitor: Visitor;

beforeEach(() => {
  office = smallOffice();
  visitor = new Visitor(office.app);
});

describe("the login", () => {
  it("lets an agent in and out again", async () => {
    await office.agent("agent", "en");
    const entered = await visitor.logIn("Agent@Example.com ", password);
    expect(entered.status).toBe(303);
    expect(entered.headers.get("location")).toBe("/queue");
    expect(await visitor.get("/")).toContain("No open orders right now");

    const left = await visitor.post("/logout");
    expect(left.headers.get("hx-redirect")).toBe("/queue/login?out=1");
    expect(office.sessions.size).toBe(0);
    expect(visitor.cookies.has("wasit_agent")).toBe(false);
  });

  it("hands the renewed key over when somebody who is logged in opens it", async () => {
    await office.agent("agent", "en");
    await visitor.logIn("agent@example.com", password);
    office.clock.real += sessionRule.renewMs;
    expect((await visitor.send("GET", "/login")).headers.get("location")).toBe("/queue");
    office.clock.real += sessionRule.graceMs;
    expect((await visitor.send("GET", "/")).status).toBe(200);
    expect(office.sessions.size).toBe(1);
  });

  it("sends everybody else to the login, and back to where they wanted to go", async () => {
    const page = await visitor.send("GET", "/orders/BR-10001");
    expect(page.status).toBe(303);
    expect(page.headers.get("location")).toMatch(/^\/queue\/login\?next=/);
    const part = await visitor.send("GET", "/mine", { headers: { "hx-request": "true" } });
    expect([part.status, part.headers.get("hx-redirect")]).toEqual([204, "/queue/login"]);
    const stream = await visitor.send("GET", "/events", { headers: { accept: "text/event-stream" } });
    expect(stream.status).toBe(401);
  });

  it("says the same of a wrong password, an unknown address and a disabled account", async () => {
    const disabled = await office.agent("head", "en");
    await office.deps.people.changeAgent(disabled.id, { disabled: true });
    await office.agent("agent", "en");
    const answers = [];
    for (const [email, tried] of [
      ["agent@example.com", "wrong-horse-battery"],
      ["nobody@example.com", password],
      ["head@example.com", password],
      ["not an address", password],
    ] as const) {
      const response = await visitor.logIn(email, tried);
      const text = await response.text();
      expect(text).not.toContain(tried);
      answers.push([response.status, text.replace(/value="[^"]*"/g, "")]);
    }
    expect(answers[0]?.[0]).toBe(401);
    expect(answers[0]?.[1]).toContain("do not match");
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(office.sessions.size).toBe(0);
  });

  it("locks an account for 15 minutes after ten failures, known or not, and says so in both languages", async () => {
    await office.agent("agent", "en");
    for (const email of ["agent@example.com", "nobody@example.com"]) {
      for (let n = 0; n < 10; n += 1) await visitor.logIn(email, "wrong-horse-battery");
      const locked = await visitor.logIn(email, password);
      expect([locked.status, locked.headers.get("retry-after")]).toEqual([429, "900"]);
      expect(await locked.text()).toContain("opens again in 15 minutes");
    }
    const arabic = await sendLogin(visitor, { language: "ar" });
    expect(await arabic.text()).toContain("تُفتح من جديد بعد 15 دقيقة");
    office.clock.real += 15 * 60_000;
    expect((await visitor.logIn("agent@example.com", password)).status).toBe(303);
  });

  it("limits tries from one address, whatever the account", async () => {
    let limited: Response | undefined;
    for (let n = 0; n < 31; n += 1) limited = await visitor.logIn(`agent${n}@example.com`, "wrong-horse");
    expect(limited?.status).toBe(429);
    expect(await limited?.text()).toContain("Too many attempts from this device");
  }, 60_000);

  it("gives a new key at each login and ends the one before", async () => {
    await office.agent("agent", "en");
    visitor.cookies.set("wasit_agent", "planted");
    await visitor.logIn("agent@example.com", password);
    const first = visitor.cookies.get("wasit_agent") ?? "";
    expect(first).not.toBe("planted");
    visitor.cookies.delete("wasit_agent");
    await visitor.logIn("agent@example.com", password);
    expect(visitor.cookies.get("wasit_agent")).not.toBe(first);
  });

  it("renews the cookie after an hour of use, on whatever is asked for", async () => {
    await office.agent("agent", "en");
    await visitor.logIn("agent@example.com", password);
    const first = visitor.cookies.get("wasit_agent");
    office.clock.real += 3_600_000;
    const stream = await visitor.send("GET", "/events");
    expect(stream.status).toBe(200);
    await stream.body?.cancel();
    expect(visitor.cookies.get("wasit_agent")).not.toBe(first);
    expect((await visitor.post("/language", { language: "ar" })).status).toBe(204);
  });

  it("throws a disabled agent out of open pages at once", async () => {
    const agent = await office.agent("agent", "en");
    await visitor.logIn("agent@example.com", password);
    await office.deps.people.changeAgent(agent.id, { disabled: true });
    const part = await visitor.send("GET", "/mine", { headers: { "hx-request": "true" } });
    expect(part.headers.get("hx-redirect")).toBe("/queue/login");
    expect((await visitor.post("/language", { language: "ar" })).headers.get("hx-redirect")).toBe(
      "/queue/login",
    );
  });

  it("needs the form's own token and origin, even for a right password", async () => {
    await office.agent("agent", "en");
    for (const wrong of [
      { token: "forged" },
      { token: "" },
      { origin: "https://evil.example" },
      { origin: "" },
    ]) {
      const response = await sendLogin(visitor, wrong);
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie().some((line) => line.startsWith("wasit_agent"))).toBe(false);
    }
    const elsewhere = new Visitor(office.app);
    const token = /name="token" value="([^"]+)"/.exec(await visitor.get("/login"))?.[1] ?? "";
    expect((await sendLogin(elsewhere, { token })).status).toBe(403);
    expect((await sendLogin(visitor, {})).status).toBe(303);
  });

  it("reads neither a giant form nor another kind of body", async () => {
    await office.agent("agent", "en");
    const giant = await sendLogin(visitor, { password: "x".repeat(20_000) });
    expect(giant.status).toBe(403);
    const json = await visitor.send("POST", "/login", {
      headers: { origin, "content-type": "application/json" },
      body: JSON.stringify({ email: "agent@example.com", password }),
    });
    expect(json.status).toBe(403);
  });

  it("keeps cookies from scripts and, behind https, from every other host and plain connections", async () => {
    await office.agent("agent", "en");
    const cookies = async (app: typeof office.app, from: string) => {
      const response = await sendLogin(new Visitor(app), { origin: from });
      expect(response.status).toBe(303);
      return response.headers.getSetCookie().find((line) => line.includes("wasit_agent")) ?? "";
    };
    const plain = await cookies(office.app, origin);
    expect(plain).toMatch(/^wasit_agent=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);

    const safe = smallOffice({ publicUrl: "https://office.example" });
    await safe.agent("agent", "en");
    const secure = await cookies(safe.app, "https://office.example");
    expect(secure).toMatch(/^__Host-wasit_agent=/);
    expect(secure).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    expect(secure).not.toContain("Domain");
  });

  it("writes log-ins to the log by id alone", async () => {
    const agent = await office.agent("agent", "en");
    await visitor.logIn("agent@example.com", "wrong-horse-battery");
    await visitor.logIn("agent@example.com", password);
    await visitor.post("/logout");
    const lines = office.logged.map(({ message, fields }) => [message, fields]);
    expect(lines).toEqual([
      ["a login failed", { agent: agent.id }],
      ["an agent logged in", { agent: agent.id }],
      ["an agent logged out", { agent: agent.id }],
    ]);
  });
});

describe("ownPath", () => {
  it("leads only into the queue", () => {
    expect(ownPath("/queue/orders/BR-10001?from=3")).toBe("/queue/orders/BR-10001?from=3");
    for (const path of [
      "//evil.example",
      "https://evil.example",
      "/queue@evil",
      "/queueevil",
      "/chat",
      "",
      null,
    ])
      expect(ownPath(path)).toBe("/queue");
    expect(ownPath("/queue/login?next=/queue/login")).toBe("/queue");
    expect(ownPath("/queue\\evil.example")).toBe("/queue");
    expect(ownPath("/queue/\nx")).toBe("/queue");
  });
});

/** The login form with some of it changed. */
async function sendLogin(visitor: Visitor, change: Record<string, string>): Promise<Response> {
  const form = await visitor.get("/login");
  const token = /name="token" value="([^"]+)"/.exec(form)?.[1] ?? "";
  const { origin: from = origin, ...fields } = change;
  const body = { token, email: "agent@example.com", password, next: "/queue", language: "en", ...fields };
  return visitor.send("POST", "/login", {
    headers: { ...(from && { origin: from }), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(body).toString(),
  });
}

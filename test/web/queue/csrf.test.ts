/** Made from the route table: a new route that changes something is tested here without a word. */
import { beforeAll, describe, expect, it } from "vitest";
import { password, type SmallOffice, smallOffice } from "./small-office.ts";
import { origin, Visitor } from "./visitor.ts";

const office: SmallOffice = smallOffice();
const visitor = new Visitor(office.app);
const ids: Record<string, string> = { ref: "", conversation: "", id: "" };

beforeAll(async () => {
  const admin = await office.agent("admin", "en");
  const chat = office.chat(["hello"]);
  ids.ref = office.order(chat, {}).ref;
  ids.conversation = chat.id;
  ids.id = admin.id;
  await visitor.logIn("admin@example.com", password);
});

const changing = [
  ...new Set(
    office.app.routes
      .filter(({ method }) => method !== "GET" && method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`),
  ),
];
const guarded = changing.filter((route) => route !== "POST /login");

/** Requests that a foreign page, or a script without the token, could send. */
const forged = {
  "without our header": () => ({ origin }),
  "with a wrong token": () => ({ origin, "x-wasit-csrf": "x".repeat(43) }),
  "with another session's token": () => ({
    origin,
    "x-wasit-csrf": visitor.csrf.split("").reverse().join(""),
  }),
  "from another origin": () => ({ origin: "https://evil.example", "x-wasit-csrf": visitor.csrf }),
  "from a like-named origin": () => ({ origin: `${origin}.evil.example`, "x-wasit-csrf": visitor.csrf }),
  "from an opaque origin": () => ({ origin: "null", "x-wasit-csrf": visitor.csrf }),
  "without an origin": () => ({ "x-wasit-csrf": visitor.csrf }),
} satisfies Record<string, () => Record<string, string>>;

describe("every route that changes something", () => {
  it("is in the table", () => {
    expect(guarded.length).toBeGreaterThanOrEqual(15);
    expect(guarded.every((route) => route.startsWith("POST "))).toBe(true);
  });

  for (const [how, headers] of Object.entries(forged)) {
    it(`refuses a request ${how}, whatever its body`, async () => {
      for (const route of guarded) {
        const [method = "", pattern = ""] = route.split(" ");
        const path = pattern.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? name);
        for (const type of ["application/x-www-form-urlencoded", "application/json", "text/plain"]) {
          const response = await visitor.send(method, path, {
            headers: { ...headers(), "content-type": type },
            body: type.endsWith("json") ? "{}" : "text=x&version=1",
          });
          expect([route, type, response.status]).toEqual([route, type, 403]);
        }
      }
      expect(office.orders.get(ids.ref as never)?.version).toBe(1);
    });
  }

  it("accepts the same request with both proofs", async () => {
    const response = await visitor.post(`/orders/${ids.ref}/claim`);
    expect(response.status).toBe(200);
    expect(office.orders.get(ids.ref as never)?.version).toBe(2);
  });

  it("is closed to visitors who are not logged in, even with a stolen token", async () => {
    const stranger = new Visitor(office.app);
    stranger.csrf = visitor.csrf;
    for (const route of guarded) {
      const path = (route.split(" ")[1] ?? "").replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? name);
      const response = await stranger.post(path);
      expect([route, response.headers.get("hx-redirect")]).toEqual([route, "/queue/login"]);
    }
  });
});

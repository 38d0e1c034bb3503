import { describe, expect, it } from "vitest";
import { createApp } from "../../src/web/app.tsx";
import { assetUrl } from "../../src/web/asset-files.ts";
import { contentSecurityPolicy } from "../../src/web/security.ts";
import { testKey, tinyOffice } from "./tiny-office.ts";

const paths = [
  "/",
  "/chat",
  "/healthz",
  "/nowhere",
  "/api/v1/orders",
  "/api/v1/openapi.json",
  assetUrl("chat.css"),
];

describe("security headers", () => {
  it.each(paths)("are on %s", async (path) => {
    const { headers } = await createApp(tinyOffice()).request(path);
    expect(headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.has("cache-control")).toBe(true);
  });

  it("bind browsers to TLS only where customers come by TLS", async () => {
    const office = tinyOffice();
    const over = async (publicUrl: string) => {
      const app = createApp({ ...office, config: { ...office.config, publicUrl } });
      return (await app.request("/chat")).headers.get("strict-transport-security");
    };
    expect(await over("https://office.example")).toBe("max-age=31536000");
    expect(await over("http://127.0.0.1:3000")).toBeNull();
  });

  it("allow nothing inline and nothing from elsewhere", () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe("health", () => {
  it("is alive whatever happens, and ready only while it can store", async () => {
    const office = tinyOffice();
    const app = createApp(office);
    expect((await app.request("/readyz")).status).toBe(200);
    office.refuse = { type: "not_now", reason: "disk_full" };
    expect((await app.request("/healthz")).status).toBe(200);
    const answer = await app.request("/readyz");
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, reason: "disk_full" }]);
  });

  it("counts for the holder of the API key alone", async () => {
    const app = createApp(tinyOffice());
    expect((await app.request("/metrics")).status).toBe(401);
    const answer = await app.request("/metrics", { headers: { authorization: `Bearer ${testKey}` } });
    expect(await answer.text()).toContain("wasit_received_total 3");
  });

  it("opens nothing where the office has no key", async () => {
    const { apiKey: _, ...config } = tinyOffice().config;
    const app = createApp({ ...tinyOffice(), config });
    for (const given of ["undefined", "", testKey]) {
      const answer = await app.request("/metrics", { headers: { authorization: `Bearer ${given}` } });
      expect(answer.status).toBe(401);
    }
  });
});

describe("an unexpected failure", () => {
  it("is logged, and told without its reason", async () => {
    const office = tinyOffice();
    const people = { ...office.people, findChatSession: () => Promise.reject(new Error("secret path /x/y")) };
    const app = createApp({ ...office, people });
    const answer = await app.request(`/api/v1/chat/sessions/${"A".repeat(43)}/messages`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret path");
    expect(office.logged.some(({ level }) => level === "error")).toBe(true);
  });
});

/** The document of the API names each route that the app serves to programs, and no other. */
import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/web/app.tsx";
import type { SeenWebhooks } from "../../../src/webhooks/seen.ts";
import { tinyOffice } from "../tiny-office.ts";

type Operation = {
  readonly servers?: readonly { readonly url: string }[];
  readonly summary?: string;
  readonly responses: object;
};
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** Pages for people, behind their own sessions or links. */
const pages = /^\/(?:$|chat$|queue(?:\/|$)|offer\/|back\/|assets\/)/;

async function documentAndRoutes() {
  const app = createApp({ ...tinyOffice(), seenWebhooks: {} as SeenWebhooks, offerKey: "key" });
  const { paths } = (await (await app.request("/api/v1/openapi.json")).json()) as Document;
  const named = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method, path, operation })),
  );
  const served = app.routes
    .filter(({ method, path }) => method !== "ALL" && !pages.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  return { named, served: new Set(served) };
}

describe("the OpenAPI document", () => {
  it("names every route that is served to programs, and only those", async () => {
    const { named, served } = await documentAndRoutes();
    const told = named.map(({ method, path, operation }) => {
      const base = (operation.servers?.[0]?.url ?? "/api/v1").replace(/\/$/, "");
      return `${method.toUpperCase()} ${base}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
    });
    expect(told.length).toBeGreaterThan(20);
    expect(new Set(told)).toEqual(served);
  });

  it("says of each what it does and how it may fail", async () => {
    const { named } = await documentAndRoutes();
    for (const { path, operation } of named) {
      expect([path, operation.summary ?? ""]).not.toEqual([path, ""]);
      expect(Object.keys(operation.responses).length, path).toBeGreaterThan(0);
    }
  });
});

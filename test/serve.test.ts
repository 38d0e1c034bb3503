import type { Server } from "node:http";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { listen } from "../src/serve.ts";

type Env = { readonly incoming: { readonly socket: { readonly server: Server } } };

describe("listen", () => {
  it("gives a slow upload time to arrive, but not its headers", async () => {
    const app = new Hono<{ Bindings: Env }>();
    app.get("/", (c) => {
      const { requestTimeout, headersTimeout } = c.env.incoming.socket.server;
      return c.json({ requestTimeout, headersTimeout });
    });
    const served = await listen(
      { app: app as unknown as Hono, close: () => undefined },
      { host: "127.0.0.1", port: 0 },
    );
    const answer = await fetch(`http://127.0.0.1:${served.port}/`);
    const limits = (await answer.json()) as { requestTimeout: number; headersTimeout: number };
    await served.stop();
    const slowest = 24 * 1024;
    expect(limits.requestTimeout / 1_000).toBeGreaterThan((20 * 1024 * 1024) / slowest);
    expect(limits.headersTimeout).toBeLessThanOrEqual(60_000);
  });
});

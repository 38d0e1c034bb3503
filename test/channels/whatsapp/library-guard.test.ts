import { describe, expect, it } from "vitest";
import type { Client, LocalAuth } from "whatsapp-web.js";
import { guardLibrary } from "../../../src/channels/whatsapp/library-guard.ts";
import type { Ending } from "../../../src/channels/whatsapp/web.ts";

describe("guardLibrary", () => {
  it("ends a page that can't be begun anew, with its error beside the reason and not in it", async () => {
    const error = new Error("«مرحبا، أنا سارة»");
    const injections = [async () => undefined, () => Promise.reject(error)];
    const client = {
      inject: () => injections.shift()?.() ?? Promise.resolve(),
      initWebVersionCache: async () => undefined,
      destroy: async () => undefined,
    };
    const auth = { beforeBrowserInitialized: async () => undefined };
    const endings: Ending[] = [];
    guardLibrary(
      client as unknown as Client,
      auth as unknown as LocalAuth,
      { folder: "unused" },
      { ended: (how) => endings.push(how) },
    );
    await client.inject();
    await client.inject();
    expect(endings).toEqual([{ type: "disconnected", reason: "NAVIGATION", error }]);
  });
});

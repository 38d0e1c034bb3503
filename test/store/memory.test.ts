import { describe, expect, it } from "vitest";
import { openMemoryStore } from "../../src/store/memory/store.ts";
import { storeContract } from "../contracts/store.ts";

storeContract("memory", openMemoryStore);

describe("openMemoryStore", () => {
  it("says that it has nothing to copy", async () => {
    await expect(openMemoryStore().backup("anywhere", "by_hand")).rejects.toThrow("lives in memory only");
  });
});

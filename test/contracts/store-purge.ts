/** The store contract: what goes after its time, and what stays. */
import { describe, expect, it } from "vitest";
import { agentId, chatId, inboxOf, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening } from "./each-store.ts";

export function purgeContract(name: string, open: Opening): void {
  const store = eachStore(open);

  const at = (moment: number) => ({
    deliveriesBefore: moment,
    chatSessionsBefore: moment,
    agentSessionsBefore: moment,
    seenBefore: moment,
  });

  describe(`${name}: purge`, () => {
    it("forgets the keys of old deliveries and keeps their chat", async () => {
      const { engine } = store;
      await engine.commitTurns([turnOf("a", 1, 1), turnOf("b", 1, 5)], []);
      expect(await store.purge(at(20))).toBe(1);
      expect(await engine.lines(chatId("a"), 0, 10)).toHaveLength(2);
      const repeats = [
        turnOf("a", 2, 8, { inbox: inboxOf("a", 8, { id: "m1", chatSeq: 3 }) }),
        turnOf("b", 2, 9, { inbox: inboxOf("b", 9, { id: "m5", chatSeq: 3 }) }),
      ];
      const results = await engine.commitTurns(repeats, []);
      expect(results.map(({ type }) => type)).toEqual(["committed", "duplicate"]);
    });

    it("keeps a delivery that still waits for its reading, however old", async () => {
      const { engine } = store;
      await engine.commitTurns([turnOf("a", 1, 1)], []);
      await engine.insertInbox([inboxOf("a", 2, { state: "pending", chatSeq: 0 })]);
      expect(await store.purge(at(1_000))).toBe(1);
      expect(await engine.pendingInbox()).toHaveLength(1);
      expect(await engine.insertInbox([inboxOf("a", 3, { id: "m2", state: "pending", chatSeq: 0 })])).toEqual(
        ["duplicate"],
      );
    });

    it("walks through more keys than fit in one go", async () => {
      const turns = Array.from({ length: 2_500 }, (_, n) => turnOf(`chat${n}x`, 1, n + 1));
      await store.engine.commitTurns(turns, []);
      expect(await store.purge(at(20_002))).toBe(2_000);
    });

    it("ends sessions that are over", async () => {
      const { people } = store;
      const chat = { conversation: chatId("a"), createdAt: 1, seenAt: 50 };
      await people.putChatSession({ ...chat, hash: "old" });
      await people.putChatSession({ ...chat, hash: "new", seenAt: 150 });
      const agent = { id: agentId("sara"), email: "sara@example.com", name: "Sara", role: "agent" } as const;
      const rest = {
        language: "ar",
        disabled: false,
        demo: false,
        createdAt: 1,
        passwordHash: "$argon2id$1",
      } as const;
      await people.addAgent({ ...agent, ...rest });
      const session = { agent: agentId("sara"), epoch: 0, csrf: "x", createdAt: 50, seenAt: 90 };
      await people.putAgentSession({ ...session, hash: "old-agent" });
      await people.putAgentSession({ ...session, hash: "new-agent", createdAt: 150 });
      await store.purge(at(100));
      expect(await people.findChatSession("old")).toBeUndefined();
      expect(await people.findChatSession("new")).toBeDefined();
      expect(await people.findAgentSession("old-agent")).toBeUndefined();
      expect(await people.findAgentSession("new-agent")).toBeDefined();
    });
  });
}

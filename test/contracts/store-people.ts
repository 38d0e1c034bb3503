/** The store contract: staff and sessions. */
import { describe, expect, it } from "vitest";
import type { NewAgent } from "../../src/store/people.ts";
import { agentId, chatId } from "../store/sample-turns.ts";
import { eachStore, type Opening } from "./each-store.ts";

const newAgent = (name: string, change: Partial<NewAgent> = {}): NewAgent => ({
  id: agentId(name),
  email: `${name}@example.com`,
  name,
  role: "agent",
  language: "ar",
  disabled: false,
  demo: false,
  createdAt: 1,
  passwordHash: "$argon2id$1",
  ...change,
});

export function peopleContract(name: string, open: Opening): void {
  const store = eachStore(open);

  describe(`${name}: agents`, () => {
    it("are found by id, and by e-mail in any case, the hash only there", async () => {
      expect(await store.people.addAgent(newAgent("sara"))).toBe("added");
      const { passwordHash, ...agent } = { ...newAgent("sara"), epoch: 0 };
      expect(await store.people.getAgent(agent.id)).toEqual(agent);
      expect(await store.people.findAgentByEmail(" SARA@Example.com ")).toEqual({ ...agent, passwordHash });
      expect(await store.people.findAgentByEmail("omar@example.com")).toBeUndefined();
      expect(await store.people.getAgent(agentId("omar"))).toBeUndefined();
    });

    it("have an e-mail address of their own", async () => {
      await store.people.addAgent(newAgent("sara"));
      expect(await store.people.addAgent(newAgent("omar", { email: "Sara@example.com" }))).toBe("taken");
      expect(await store.people.listAgents()).toHaveLength(1);
    });

    it("are listed oldest first", async () => {
      await store.people.addAgent(newAgent("b", { createdAt: 2 }));
      await store.people.addAgent(newAgent("a", { createdAt: 3 }));
      await store.people.addAgent(newAgent("c", { createdAt: 1 }));
      expect((await store.people.listAgents()).map((agent) => agent.name)).toEqual(["c", "b", "a"]);
    });

    it("begin a new epoch with a new password and with disabling, and only then", async () => {
      await store.people.addAgent(newAgent("sara"));
      const id = agentId("sara");
      expect(await store.people.changeAgent(id, { name: "سارة", language: "en" })).toBe("changed");
      expect(await store.people.getAgent(id)).toMatchObject({ name: "سارة", language: "en", epoch: 0 });
      await store.people.changeAgent(id, { passwordHash: "$argon2id$2" });
      await store.people.changeAgent(id, { disabled: true });
      await store.people.changeAgent(id, { disabled: false });
      expect(await store.people.findAgentByEmail("sara@example.com")).toMatchObject({
        epoch: 2,
        disabled: false,
        passwordHash: "$argon2id$2",
      });
      expect(await store.people.changeAgent(agentId("nobody"), { name: "x" })).toBe("unknown");
    });
  });

  describe(`${name}: sessions`, () => {
    it("of agents begin, are used, rotate and end", async () => {
      await store.people.addAgent(newAgent("sara"));
      const session = {
        hash: "h1",
        agent: agentId("sara"),
        epoch: 0,
        csrf: "t",
        createdAt: 1,
        seenAt: 1,
      };
      await store.people.putAgentSession(session);
      await store.people.touchSession("h1", 9);
      expect(await store.people.findAgentSession("h1")).toEqual({ ...session, seenAt: 9 });
      await store.people.endAgentSession("h1");
      expect(await store.people.findAgentSession("h1")).toBeUndefined();
    });

    it("of chats lead to their chat, before and after it has begun", async () => {
      const session = { hash: "h2", conversation: chatId("a"), createdAt: 1, seenAt: 1 };
      await store.people.putChatSession(session);
      await store.people.touchSession("h2", 5);
      await store.people.touchSession("unknown", 5);
      expect(await store.people.findChatSession("h2")).toEqual({ ...session, seenAt: 5 });
      expect(await store.people.findChatSession("h1")).toBeUndefined();
    });
  });
}

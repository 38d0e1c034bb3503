/** The store contract: staff and sessions. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NewAgent, PeopleStore } from "../../src/store/people.ts";
import type { Store } from "../../src/store/store.ts";
import { agentId, chatId } from "../store/sample-turns.ts";
import type { Opening } from "./store.ts";

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
  let store: Store;
  let people: PeopleStore;

  beforeEach(async () => {
    store = await open();
    people = store.people;
  });
  afterEach(() => store.close());

  describe(`${name}: agents`, () => {
    it("are found by id, and by e-mail in any case, the hash only there", async () => {
      expect(await people.addAgent(newAgent("sara"))).toBe("added");
      const { passwordHash, ...agent } = { ...newAgent("sara"), epoch: 0 };
      expect(await people.getAgent(agent.id)).toEqual(agent);
      expect(await people.findAgentByEmail(" SARA@Example.com ")).toEqual({ ...agent, passwordHash });
      expect(await people.findAgentByEmail("omar@example.com")).toBeUndefined();
      expect(await people.getAgent(agentId("omar"))).toBeUndefined();
    });

    it("have an e-mail address of their own", async () => {
      await people.addAgent(newAgent("sara"));
      expect(await people.addAgent(newAgent("omar", { email: "Sara@example.com" }))).toBe("taken");
      expect(await people.listAgents()).toHaveLength(1);
    });

    it("are listed oldest first", async () => {
      await people.addAgent(newAgent("b", { createdAt: 2 }));
      await people.addAgent(newAgent("a", { createdAt: 3 }));
      await people.addAgent(newAgent("c", { createdAt: 1 }));
      expect((await people.listAgents()).map((agent) => agent.name)).toEqual(["c", "b", "a"]);
    });

    it("begin a new epoch with a new password and with disabling, and only then", async () => {
      await people.addAgent(newAgent("sara"));
      const id = agentId("sara");
      expect(await people.changeAgent(id, { name: "سارة", language: "en" })).toBe("changed");
      expect(await people.getAgent(id)).toMatchObject({ name: "سارة", language: "en", epoch: 0 });
      await people.changeAgent(id, { passwordHash: "$argon2id$2" });
      await people.changeAgent(id, { disabled: true });
      await people.changeAgent(id, { disabled: false });
      expect(await people.findAgentByEmail("sara@example.com")).toMatchObject({
        epoch: 2,
        disabled: false,
        passwordHash: "$argon2id$2",
      });
      expect(await people.changeAgent(agentId("nobody"), { name: "x" })).toBe("unknown");
    });
  });

  describe(`${name}: sessions`, () => {
    it("of agents begin, are used, rotate and end", async () => {
      await people.addAgent(newAgent("sara"));
      const session = {
        hash: "h1",
        agent: agentId("sara"),
        epoch: 0,
        csrf: "t",
        createdAt: 1,
        seenAt: 1,
      };
      await people.putAgentSession(session);
      await people.touchSession("h1", 9);
      expect(await people.findAgentSession("h1")).toEqual({ ...session, seenAt: 9 });
      await people.endAgentSession("h1");
      expect(await people.findAgentSession("h1")).toBeUndefined();
    });

    it("of chats lead to their chat, before and after it has begun", async () => {
      const session = { hash: "h2", conversation: chatId("a"), createdAt: 1, seenAt: 1 };
      await people.putChatSession(session);
      await people.touchSession("h2", 5);
      await people.touchSession("unknown", 5);
      expect(await people.findChatSession("h2")).toEqual({ ...session, seenAt: 5 });
      expect(await people.findChatSession("h1")).toBeUndefined();
    });
  });
}

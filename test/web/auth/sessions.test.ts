import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Agent } from "../../../src/domain/agent.ts";
import { createSessions, hashKey, type Sessions, sessionRule } from "../../../src/web/auth/sessions.ts";
import { type SmallOffice, smallOffice } from "../queue/small-office.ts";

let office: SmallOffice;
let sessions: Sessions;
let agent: Agent;

beforeEach(async () => {
  office = smallOffice();
  sessions = createSessions(office.deps.people, randomBytes);
  agent = await office.agent("agent");
});

describe("createSessions", () => {
  it("hands out 256 random bits and stores only their hash", async () => {
    const key = await sessions.begin(agent, undefined, 0);
    expect(Buffer.from(key, "base64url")).toHaveLength(32);
    expect([...office.sessions.keys()]).toEqual([hashKey(key)]);
    expect(JSON.stringify([...office.sessions.values()])).not.toContain(key);
  });

  it("never adopts a key that was presented before the login", async () => {
    const planted = "planted-by-somebody-else";
    const key = await sessions.begin(agent, planted, 0);
    expect(key).not.toBe(planted);
    expect(await sessions.enter(planted, 1)).toBeUndefined();
    const again = await sessions.begin(agent, key, 2);
    expect(await sessions.enter(key, 3)).toBeUndefined();
    expect((await sessions.enter(again, 3))?.agent.id).toBe(agent.id);
  });

  it("renews the key after an hour of use, once for requests at the same moment, and lets the old one die", async () => {
    const key = await sessions.begin(agent, undefined, 0);
    expect((await sessions.enter(key, sessionRule.renewMs - 1))?.renewed).toBeUndefined();
    const later = sessionRule.renewMs;
    const entries = await Promise.all([sessions.enter(key, later), sessions.enter(key, later)]);
    const renewed = entries.flatMap((entry) => entry?.renewed ?? []);
    expect(renewed).toHaveLength(1);
    expect(entries[0]?.session.csrf).toBe(entries[1]?.session.csrf);
    expect(await sessions.enter(renewed[0] ?? "", later + 1)).toBeDefined();
    expect(await sessions.enter(key, later + sessionRule.graceMs - 1)).toBeDefined();
    expect(await sessions.enter(key, later + sessionRule.graceMs)).toBeUndefined();
    expect(await sessions.enter(renewed[0] ?? "", later + sessionRule.graceMs)).toBeDefined();
    expect(office.sessions.size).toBe(1);
  });

  it("keeps the old key for as long as the new one has not been used, and renews it again", async () => {
    const key = await sessions.begin(agent, undefined, 0);
    await sessions.enter(key, sessionRule.renewMs);
    const later = sessionRule.renewMs + sessionRule.graceMs;
    const renewed = (await sessions.enter(key, later))?.renewed ?? "";
    expect(await sessions.enter(renewed, later + 1)).toBeDefined();
    expect(await sessions.enter(key, later + sessionRule.graceMs)).toBeUndefined();
  });

  it("ends with the log-out, even for the key from before a renewal", async () => {
    const key = await sessions.begin(agent, undefined, 0);
    const entry = await sessions.enter(key, sessionRule.renewMs);
    await sessions.end(entry?.renewed ?? "", sessionRule.renewMs + 1);
    expect(await sessions.enter(key, sessionRule.renewMs + 2)).toBeUndefined();
    expect(office.sessions.size).toBe(0);
  });

  it("ends when the agent is disabled or gets a new password", async () => {
    const key = await sessions.begin(agent, undefined, 0);
    await office.deps.people.changeAgent(agent.id, { disabled: true });
    expect(await sessions.enter(key, 1)).toBeUndefined();
    await office.deps.people.changeAgent(agent.id, { disabled: false });
    expect(await sessions.enter(key, 2)).toBeUndefined();
  });

  it("ends after 12 idle hours, and after a week however busy", async () => {
    const idle = await sessions.begin(agent, undefined, 0);
    expect(await sessions.enter(idle, sessionRule.idleMs)).toBeUndefined();
    let key = await sessions.begin(agent, undefined, 0);
    for (let at = 0; at < sessionRule.lifeMs; at += sessionRule.idleMs / 2) {
      key = (await sessions.enter(key, at))?.renewed ?? key;
    }
    expect(await sessions.enter(key, sessionRule.lifeMs - 1)).toBeDefined();
    expect(await sessions.enter(key, sessionRule.lifeMs)).toBeUndefined();
  });

  it("knows no key that it did not give", async () => {
    await sessions.begin(agent, undefined, 0);
    for (const key of ["", "x", "a".repeat(43), "\u0000", "__proto__"])
      expect(await sessions.enter(key, 1)).toBeUndefined();
  });
});

/** The open list of the queue as an agent's browser loads it: through the routes, with a session, rendered whole. */
import { randomBytes } from "node:crypto";
import type { Office } from "../../src/office.ts";
import { webOf } from "../../src/serve.ts";
import { createAgent } from "../../src/web/auth/agents.ts";
import { createSessions } from "../../src/web/auth/sessions.ts";

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export async function openQueue(office: Office) {
  const { people } = office.store;
  const email = `bench-${randomBytes(4).toString("hex")}@example.com`;
  const input = {
    email,
    name: "Bench",
    role: "agent",
    language: "ar",
    password: "a password for the bench",
  } as const;
  const made = await createAgent(people, input, { now: Date.now(), randomBytes });
  if (made.type !== "added") throw new Error(`no agent: ${made.type}`);
  const key = await createSessions(people, randomBytes).begin(made.agent, undefined, Date.now());
  const { app } = webOf(
    office,
    {
      publicUrl: "http://127.0.0.1:3000",
      trustProxy: [],
      demo: false,
      rehearsal: false,
      language: "ar",
      zone: "Asia/Riyadh",
    },
    quiet,
  );
  const load = async () => {
    const answer = await app.request("/queue", { headers: { cookie: `wasit_agent=${key}` } });
    const page = await answer.text();
    if (answer.status !== 200 || !page.includes("BR-"))
      throw new Error(`the queue answered ${answer.status}`);
  };
  return {
    /** Milliseconds of each of `times` loads, after a warm-up. */
    async load(times: number): Promise<number[]> {
      for (let n = 0; n < 200; n++) await load();
      const taken: number[] = [];
      for (let n = 0; n < times; n++) {
        const began = performance.now();
        await load();
        taken.push(performance.now() - began);
      }
      return taken;
    },
  };
}

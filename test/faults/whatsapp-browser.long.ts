/**
 * A WhatsApp line whose browser is killed again and again at any moment: while it starts, is swept, hears or sends. Nothing that arrived is lost or
 * changes its place, nothing of ours is taken for a colleague's, and no stray rejection ends the process.
 */
import { expect, it, vi } from "vitest";
import { omar, sara } from "../channels/whatsapp/account.ts";
import { openStarted, untilState } from "../channels/whatsapp/started.ts";

const patience = { timeout: 30_000, interval: 20 };
const longMs = 120_000;

it("hears everything in order though its browser is killed for minutes", async () => {
  const { account, desk, office, send } = await openStarted();
  desk.heard.set(sara.lid, Date.now());
  let rounds = 0;
  const until = Date.now() + longMs;
  while (Date.now() < until) {
    const before = account.clients.length;
    const work = Promise.allSettled([
      account.arrives(sara.lid, { body: `message ${rounds++}` }),
      account.arrives(omar, { type: "image", file: "/9j/4AAQ" }),
      send(`answer ${rounds}`),
    ]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
    const killed = account.clients.at(-1)?.pupBrowser?.process()?.kill("SIGKILL");
    await work;
    if (killed) await vi.waitFor(() => expect(account.clients.length).toBeGreaterThan(before), patience);
    if (rounds % 2 === 0) await untilState(desk, "working").catch(() => undefined);
  }
  await vi.waitFor(() => {
    expect(desk.states.at(-1)?.type).toBe("working");
    expect(office.taken).toHaveLength(2 * rounds);
  }, patience);
  const ofSara = office.taken.filter(({ address }) => address === sara.lid);
  expect(ofSara.map(({ content }) => content)).toEqual(
    Array.from({ length: rounds }, (_, n) => ({ type: "text", text: `message ${n}` })),
  );
  console.log(`${account.clients.length - 1} browsers killed in ${rounds} rounds`);
});

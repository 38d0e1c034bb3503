/** Messages that arrive while another program holds the database for writing. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Received } from "../../src/channels/channel.ts";
import { type BenchOffice, valuesOf } from "../turn/bench-office.ts";
import { customers } from "./story.ts";

export type Held = {
  readonly answers: readonly Received["type"][];
  /** Violations as sentences. */
  readonly wrong: readonly string[];
};

/** Plays the story of some customers while a process holds the write lock again and again; those who are told to come again do. */
export async function playWhileHeld(
  bench: BenchOffice,
  { holdMs, times, count }: { readonly holdMs: number; readonly times: number; readonly count: number },
): Promise<Held> {
  const file = join(bench.folder, "data", "wasit.db");
  const args = [join(import.meta.dirname, "locked.ts"), file, String(holdMs), String(times)];
  const holder = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => holder.on("close", resolve));
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  const answers: Received["type"][] = [];
  const story = customers(count);
  for (const [n] of Array(6).entries()) {
    await Promise.all(
      story.map(async ({ address, texts }) => {
        for (;;) {
          const { type } = await bench.say(address, `m${n}`, texts[n] ?? "");
          answers.push(type);
          if (type !== "not_now") return;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }),
    );
  }
  await ended;
  await bench.office().idle();
  const wrong: string[] = [];
  for (const { address, fields } of story) {
    const orders = (await bench.orders(address)).map(valuesOf);
    if (JSON.stringify(orders) !== JSON.stringify([fields]))
      wrong.push(`${address}: ${JSON.stringify(orders)}`);
    if (bench.to(address).length !== 6) wrong.push(`${address} got ${bench.to(address).length} replies`);
  }
  return { answers, wrong };
}

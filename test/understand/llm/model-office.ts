/** A whole office with the real flows, a database in a folder of its own, and a model's server beside it, at a fixed morning. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OfficeSettings, openOffice } from "../../../src/office.ts";
import { keepingChannel } from "../../turn/bench-office.ts";

/** Sunday 22 November 2026, 10:00 in Riyadh. `stop` closes it and sweeps its folder away. */
export async function openModelOffice(model: NonNullable<OfficeSettings["model"]>) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-model-"));
  const kept = keepingChannel("counting");
  const office = await openOffice({
    dataDir: join(folder, "data"),
    channels: [kept.channel],
    manualClock: true,
    clock: { now: () => Date.parse("2026-11-22T10:00:00+03:00") },
    model,
  });
  const stop = async () => {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { office, kept, folder, stop };
}

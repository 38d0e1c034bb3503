/** A whole office in a folder of its own, with its web on top, at a fixed morning; closed and swept away after the test. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Office, openOffice } from "../../src/office.ts";
import { createWeb, type Web } from "../../src/web/app.tsx";
import { testKey } from "./tiny-office.ts";

const quiet = () => undefined;

export type RealOffice = Web & { readonly office: Office; stop(): Promise<void> };

/** Sunday 22 November 2026, 10:00 in Riyadh, unless told otherwise. `publicUrl` is where it will be served, if anywhere. */
export async function realOffice(publicUrl = "http://127.0.0.1:3000"): Promise<RealOffice> {
  const dataDir = await mkdtemp(join(tmpdir(), "wasit-web-"));
  const now = () => Date.UTC(2026, 10, 22, 7, 0);
  const office = await openOffice({ dataDir, clock: { now }, manualClock: true });
  const web = webOn(office, publicUrl);
  return {
    ...web,
    office,
    async stop() {
      web.close();
      await office.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The pages and the API on an office that is open; whoever asked for them closes them. */
export function webOn(office: Office, publicUrl = "http://127.0.0.1:3000"): Web {
  return createWeb({
    engine: office.engine,
    orders: office.store.orders,
    standings: office.store.standings,
    people: office.store.people,
    partners: office.store.partners,
    departments: office.store.departments,
    staffChatOf: office.staffChatOf,
    doors: office.store.doors,
    integrations: office.store.integrations,
    documents: office.documents,
    seenWebhooks: office.store.seenWebhooks,
    lines: office.lines,
    catalogue: office.catalogue,
    config: {
      publicUrl,
      apiKey: testKey,
      trustProxy: [],
      demo: true,
      rehearsal: false,
      language: "ar",
      zone: "Asia/Riyadh",
    },
    log: { debug: quiet, info: quiet, warn: quiet, error: console.error },
    realNow: Date.now,
    randomBytes,
  });
}

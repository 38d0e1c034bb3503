/**
 * A store that lives as long as its process: for trying flows out, for tests, and for whoever embeds an office that need not
 * remember. It keeps the same promises as the database, but durability.
 */

import { memorySeenWebhooks } from "../../webhooks/memory-seen.ts";
import { StoreError } from "../engine.ts";
import type { Store } from "../store.ts";
import { memoryDeliveries } from "./deliveries.ts";
import { memoryDepartments } from "./departments.ts";
import { memoryDirectory } from "./directory.ts";
import { memoryDoors } from "./doors.ts";
import { memoryEngine } from "./engine.ts";
import { memoryIntegrations } from "./integrations.ts";
import { memoryOrders } from "./orders.ts";
import { memoryPartners } from "./partners.ts";
import { memoryPeople } from "./people.ts";
import { purgeTables } from "./purge.ts";
import { memoryStandings } from "./standings.ts";
import { emptyTables } from "./tables.ts";

/** Opens an empty store in memory. Its `backup` is refused with a `StoreError`: there is no file to copy. */
export function openMemoryStore(): Store {
  const tables = emptyTables();
  return {
    engine: memoryEngine(tables),
    orders: memoryOrders(tables),
    people: memoryPeople(tables),
    directory: memoryDirectory(tables),
    departments: memoryDepartments(tables),
    partners: memoryPartners(tables),
    standings: memoryStandings(tables),
    integrations: memoryIntegrations(tables),
    seenWebhooks: memorySeenWebhooks(),
    deliveries: memoryDeliveries(tables),
    doors: memoryDoors(tables),
    backup: () =>
      Promise.reject(new StoreError("io", "This office lives in memory only: there is nothing to copy.")),
    purge: (outlived) => Promise.resolve(purgeTables(tables, outlived)),
    close: () => Promise.resolve(),
  };
}

/** The ports together, as `office.ts` opens them. */

import type { SeenWebhooks } from "../webhooks/seen.ts";
import type { DeliveryStore } from "./deliveries.ts";
import type { DepartmentStore } from "./departments.ts";
import type { DirectoryStore } from "./directory.ts";
import type { DoorStore } from "./doors.ts";
import type { EngineStore } from "./engine.ts";
import type { IntegrationStore } from "./integrations.ts";
import type { OrderStore } from "./orders.ts";
import type { PartnerStore } from "./partners.ts";
import type { PeopleStore } from "./people.ts";
import type { StandingStore } from "./standings.ts";

/** One made by hand stays until somebody removes it. */
export type BackupKind = "nightly" | "by_hand";

export type Store = {
  readonly engine: EngineStore;
  readonly orders: OrderStore;
  readonly people: PeopleStore;
  readonly directory: DirectoryStore;
  readonly departments: DepartmentStore;
  readonly partners: PartnerStore;
  readonly standings: StandingStore;
  readonly integrations: IntegrationStore;
  readonly seenWebhooks: SeenWebhooks;
  readonly deliveries: DeliveryStore;
  readonly doors: DoorStore;
  /**
   * A consistent copy while running; resolves with the path of the finished file. After a nightly one the oldest of the folder's
   * nightly ones go: the newest 14 stay.
   */
  backup(toFolder: string, kind: BackupKind): Promise<string>;
  /** Forgets what has had its time; resolves with the number of deliveries that may come again as new ones. */
  purge(outlived: Outlived): Promise<number>;
  /** Writes what is waiting and closes; after it nothing answers. */
  close(): Promise<void>;
};

/** Moments in epoch milliseconds, each before which a kind of row is not needed any more. Pending deliveries always are. */
export type Outlived = {
  readonly deliveriesBefore: number;
  /** Web chats not used since then. */
  readonly chatSessionsBefore: number;
  /** Logins of staff that began before then. */
  readonly agentSessionsBefore: number;
  /** What was seen of partners. */
  readonly seenBefore: number;
};

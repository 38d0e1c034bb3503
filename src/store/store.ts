/** The four ports together, as `office.ts` opens them. */
import type { DirectoryStore } from "./directory.ts";
import type { EngineStore } from "./engine.ts";
import type { OrderStore } from "./orders.ts";
import type { PeopleStore } from "./people.ts";

export type Store = {
  readonly engine: EngineStore;
  readonly orders: OrderStore;
  readonly people: PeopleStore;
  readonly directory: DirectoryStore;
  /** A consistent copy while running; resolves with the path of the finished file. */
  backup(toFolder: string): Promise<string>;
  /** Writes what is waiting and closes; after it nothing answers. */
  close(): Promise<void>;
};

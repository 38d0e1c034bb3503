/** A new store for each test of a contract, closed after it. */
import { afterEach, beforeEach } from "vitest";
import type { CommitResult, CommitTurn } from "../../src/store/engine.ts";
import type { Store } from "../../src/store/store.ts";

/** Gives a new, empty store; the contract closes it. */
export type Opening = () => Promise<Store> | Store;

/** The store of the test that runs. */
export function eachStore(open: Opening): Store {
  let store: Store | undefined;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store?.close());
  return new Proxy({} as Store, { get: (_, part) => store?.[part as keyof Store] });
}

/** Commits turns and tells what became of each. */
export async function typesOf(store: Store, ...turns: CommitTurn[]): Promise<CommitResult["type"][]> {
  return (await store.engine.commitTurns(turns, [])).map(({ type }) => type);
}

/** A transaction of the one writer: all of it is written, or nothing; and who remembers what is in it hears which. */
import type Database from "better-sqlite3";
import type { CommitStatements } from "./commit-statements.ts";
import { toStoreError } from "./failure.ts";

/** Keeps what the transaction under way has staged, or drops it. */
export type Staging = { end(outcome: "committed" | "rolled_back"): void };

/** @throws what the work throws, as a StoreError where it concerns the whole database */
export type Transaction = <T>(work: () => T) => T;

export function createTransaction(
  db: Database.Database,
  { begin, commit, rollback }: Pick<CommitStatements, "begin" | "commit" | "rollback">,
  stagings: readonly Staging[],
): Transaction {
  return (work) => {
    try {
      begin.run();
      const result = work();
      commit.run();
      for (const staging of stagings) staging.end("committed");
      return result;
    } catch (error) {
      if (db.inTransaction) rollback.run();
      for (const staging of stagings) staging.end("rolled_back");
      throw toStoreError(error);
    }
  };
}

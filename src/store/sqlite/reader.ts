/**
 * Reads that take long, beside the main thread: each in a worker of its own, on a read-only connection, so that no chat waits for
 * them. A worker costs about 50 ms to start and nothing while there is none.
 */
import { Worker } from "node:worker_threads";
import type { Order } from "../../domain/order.ts";
import { StoreError } from "../engine.ts";

/** What a worker is asked, and by its name what it answers. */
export type ReaderTask =
  | { readonly type: "search"; readonly path: string; readonly query: string; readonly limit: number }
  | {
      readonly type: "backup";
      readonly path: string;
      readonly dataDir: string;
      readonly toFolder: string;
    };
export type ReaderAnswer =
  | { readonly type: "found"; readonly orders: readonly Order[] }
  | { readonly type: "copied"; readonly file: string }
  | { readonly type: "failed"; readonly problem?: StoreError["problem"]; readonly message: string };

export type Reader = {
  search(query: string, limit: number): Promise<readonly Order[]>;
  /** Resolves with the path of the finished copy. */
  backup(toFolder: string): Promise<string>;
  /** Breaks off whatever is under way. */
  close(): Promise<void>;
};

export function startReader(where: { readonly path: string; readonly dataDir: string }): Reader {
  const workers = new Set<Worker>();
  /** Searches one after the other: a hasty searcher must not take both cores. */
  let lastSearch: Promise<unknown> = Promise.resolve();

  function ask(task: ReaderTask): Promise<ReaderAnswer> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(workerFile(), { workerData: task });
      workers.add(worker);
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => {
        workers.delete(worker);
        reject(new StoreError("io", "The store was closed before the answer was there."));
      });
    });
  }

  async function search(query: string, limit: number): Promise<readonly Order[]> {
    const answer = await ask({ type: "search", path: where.path, query, limit });
    if (answer.type !== "found") throw failure(answer);
    return answer.orders;
  }

  return {
    search(query, limit) {
      const found = lastSearch.then(() => search(query, limit));
      lastSearch = found.catch(() => undefined);
      return found;
    },
    async backup(toFolder) {
      const answer = await ask({ type: "backup", ...where, toFolder });
      if (answer.type !== "copied") throw failure(answer);
      return answer.file;
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

/** Beside this file, as source or compiled. */
function workerFile(): URL {
  return new URL(`./reader-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
}

function failure(answer: ReaderAnswer): Error {
  if (answer.type !== "failed") return new Error(`unexpected answer of a reader: ${answer.type}`);
  return answer.problem ? new StoreError(answer.problem, answer.message) : new Error(answer.message);
}

/**
 * Reads that take long, beside the main thread: in workers, on read-only connections, so that no chat waits for them. There is no
 * worker until somebody asks, and none a minute after.
 */
import { Worker } from "node:worker_threads";
import type { StoredDocument } from "../../documents/documents.ts";
import type { ConversationId } from "../../domain/ids.ts";
import type { ChatLine } from "../../domain/message.ts";
import type { Order } from "../../domain/order.ts";
import { StoreError } from "../engine.ts";
import type { Insider } from "../orders.ts";
import type { BackupKind } from "../store.ts";

/** What a worker is asked, and by its name what it answers. */
export type ReaderTask =
  | {
      readonly type: "search";
      readonly path: string;
      readonly query: string;
      readonly limit: number;
      readonly insider?: Insider;
    }
  | {
      readonly type: "lines";
      readonly path: string;
      readonly conversation: ConversationId;
      readonly after: number;
      readonly limit: number;
    }
  | {
      readonly type: "unused_documents";
      readonly path: string;
      readonly from: number;
      readonly before: number;
    }
  | {
      readonly type: "backup";
      readonly path: string;
      readonly dataDir: string;
      readonly toFolder: string;
      readonly kind: BackupKind;
    };
export type ReaderAnswer =
  | { readonly type: "found"; readonly orders: readonly Order[] }
  | { readonly type: "lines"; readonly lines: readonly ChatLine[] }
  | { readonly type: "unused"; readonly documents: readonly StoredDocument[] }
  | { readonly type: "copied"; readonly file: string }
  | { readonly type: "failed"; readonly problem?: StoreError["problem"]; readonly message: string };

export type Reader = {
  search(query: string, limit: number, insider?: Insider): Promise<readonly Order[]>;
  /** As the engine's port says; for what is far back. */
  lines(conversation: ConversationId, after: number, limit: number): Promise<readonly ChatLine[]>;
  unusedDocuments(from: number, before: number): Promise<readonly StoredDocument[]>;
  /** Resolves with the path of the finished copy. */
  backup(toFolder: string, kind: BackupKind): Promise<string>;
  /** Breaks off whatever is under way. */
  close(): Promise<void>;
};

/** A searcher types on: the worker stays this long for the next question. */
const idleMs = 60_000;

export function startReader(where: { readonly path: string; readonly dataDir: string }): Reader {
  const searcher = new Desk();
  const walker = new Desk();
  const copier = new Desk();
  return {
    async search(query, limit, insider) {
      const { path } = where;
      const answer = await searcher.ask({ type: "search", path, query, limit, ...(insider && { insider }) });
      if (answer.type !== "found") throw failure(answer);
      return answer.orders;
    },
    async lines(conversation, after, limit) {
      const answer = await walker.ask({ type: "lines", path: where.path, conversation, after, limit });
      if (answer.type !== "lines") throw failure(answer);
      return answer.lines;
    },
    async unusedDocuments(from, before) {
      const answer = await copier.ask({ type: "unused_documents", path: where.path, from, before });
      if (answer.type !== "unused") throw failure(answer);
      return answer.documents;
    },
    async backup(toFolder, kind) {
      const answer = await copier.ask({ type: "backup", ...where, toFolder, kind });
      if (answer.type !== "copied") throw failure(answer);
      return answer.file;
    },
    async close() {
      await Promise.all([searcher.close(), walker.close(), copier.close()]);
    },
  };
}

type Waiting = {
  readonly worker: Worker;
  readonly resolve: (answer: ReaderAnswer) => void;
  readonly reject: (error: unknown) => void;
};

/** One worker at a time, and one question after the other. */
class Desk {
  #worker: Worker | undefined;
  #waiting: Waiting | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  ask(task: ReaderTask): Promise<ReaderAnswer> {
    const answer = this.#last.then(() => this.#ask(task));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #ask(task: ReaderTask): Promise<ReaderAnswer> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise<ReaderAnswer>((resolve, reject) => {
      this.#waiting = { worker, resolve, reject };
      worker.postMessage(task);
    }).finally(() => {
      this.#idle = setTimeout(() => void this.close(), idleMs).unref();
    });
  }

  #start(): Worker {
    const worker = new Worker(workerFile());
    worker.on("message", (answer: ReaderAnswer) => this.#waiting?.resolve(answer));
    worker.on("error", (error) => this.#waiting?.reject(error));
    worker.on("exit", () => {
      // One that died by itself (out of memory) must not be asked again: it would never answer.
      if (this.#worker === worker) this.#worker = undefined;
      if (this.#waiting?.worker === worker)
        this.#waiting.reject(new StoreError("io", "The reader ended before the answer was there."));
    });
    return worker;
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

/** Beside this file, as source or compiled. */
function workerFile(): URL {
  return new URL(`./reader-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
}

function failure(answer: ReaderAnswer): Error {
  if (answer.type !== "failed") return new Error(`unexpected answer of a reader: ${answer.type}`);
  return answer.problem ? new StoreError(answer.problem, answer.message) : new Error(answer.message);
}

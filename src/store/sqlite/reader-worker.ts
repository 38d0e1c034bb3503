/** The worker of reader.ts: a question, an answer, each on a read-only connection of its own. */
import { parentPort } from "node:worker_threads";
import Database from "better-sqlite3";
import { StoreError } from "../engine.ts";
import { backUp } from "./backup.ts";
import { toStoreError } from "./failure.ts";
import { createLines } from "./lines.ts";
import { removeOldBackups } from "./old-backups.ts";
import type { ReaderAnswer, ReaderTask } from "./reader.ts";
import { searchOrders } from "./search.ts";
import { findUnusedDocuments } from "./unused-documents.ts";

function answer(task: ReaderTask): ReaderAnswer {
  switch (task.type) {
    case "search":
      return reading(task.path, (db) => ({
        type: "found",
        orders: searchOrders(db, task.query, task.limit, task.insider),
      }));
    case "lines":
      return reading(task.path, (db) => ({
        type: "lines",
        lines: createLines(db)(task.conversation, task.after, task.limit),
      }));
    case "unused_documents":
      return reading(task.path, (db) => ({
        type: "unused",
        documents: findUnusedDocuments(db, task.from, task.before),
      }));
    case "backup": {
      const { file } = backUp(task);
      if (task.kind === "nightly") removeOldBackups(task.toFolder, Date.now());
      return { type: "copied", file };
    }
    default:
      return task satisfies never;
  }
}

function reading(path: string, read: (db: Database.Database) => ReaderAnswer): ReaderAnswer {
  const db = new Database(path, { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

function answerSafely(task: ReaderTask): ReaderAnswer {
  try {
    return answer(task);
  } catch (error) {
    const failure = toStoreError(error);
    return {
      type: "failed",
      message: failure instanceof Error ? failure.message : String(failure),
      ...(failure instanceof StoreError && { problem: failure.problem }),
    };
  }
}

parentPort?.on("message", (task: ReaderTask) => parentPort?.postMessage(answerSafely(task)));

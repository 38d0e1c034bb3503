/** The flow versions that orders and drafts are pinned to, files' records, and the marks of this data folder. */

import type { StoredDocument } from "../documents/documents.ts";
import type { DocumentId } from "../domain/ids.ts";

export type FlowVersion = {
  readonly hash: string;
  readonly service: string;
  readonly format: number;
  readonly canonical: string;
};

export interface DirectoryStore {
  /** Keeps a version for good; the same hash again changes nothing. */
  pinFlow(version: FlowVersion): Promise<void>;
  /** Every version that was ever pinned (all of them must parse at a start). */
  pinnedFlows(): Promise<readonly FlowVersion[]>;
  putDocument(document: StoredDocument): Promise<void>;
  getDocument(id: DocumentId): Promise<StoredDocument | undefined>;
  /** Documents with from ≤ `at` < before that no message, waiting delivery, chat or order names. May take long; holds nobody up. */
  unusedDocuments(from: number, before: number): Promise<readonly StoredDocument[]>;
  removeDocument(id: DocumentId): Promise<void>;
  /** How many documents have this content. */
  countContent(sha256: string): Promise<number>;
  /** Small facts of this data folder: `clock` = real | rehearsal, `demo`, … */
  getMark(name: string): Promise<string | undefined>;
  setMark(name: string, value: string): Promise<void>;
}

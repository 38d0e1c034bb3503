/**
 * The port of files that people send. A file's name on disk is its content hash, its type is told by its magic number, and it is
 * never decoded in this process; what the sender called it is only a label.
 */
import type { ConversationId, DocumentId } from "../domain/ids.ts";

export type StoredDocument = {
  readonly id: DocumentId;
  readonly conversation: ConversationId;
  readonly sha256: string;
  /** By magic number, from a short list of allowed types. */
  readonly mediaType: string;
  readonly bytes: number;
  /** The sender's label, cleaned of control and bidi characters, at most 120 characters. */
  readonly name: string;
  readonly at: number;
};

export type Refused = {
  readonly type: "refused";
  readonly reason: "too_large" | "type_not_allowed" | "too_many_pixels" | "empty" | "disk_full";
};

export interface Documents {
  /** Streams to disk, counting; stops reading at the cap. Durable when it resolves. */
  put(
    source: AsyncIterable<Uint8Array>,
    about: { conversation: ConversationId; name: string; at: number },
  ): Promise<{ readonly type: "stored"; readonly document: StoredDocument } | Refused>;
  get(id: DocumentId): Promise<StoredDocument | undefined>;
  /**
   * Removes the files of documents stored before then (`at`) to which nothing refers, and resolves with how many documents went. Each
   * is looked at once in its life: what refers to a file does so from its first day on.
   */
  removeUnused(before: number): Promise<number>;
  /** Removes one document, and its file where no other document has the same content. */
  remove(id: DocumentId): Promise<void>;
  open(id: DocumentId): Promise<ReadableStream<Uint8Array> | undefined>;
}

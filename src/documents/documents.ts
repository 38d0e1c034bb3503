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

/** `0 <= first <= last < bytes`. */
export type FilePart = { readonly first: number; readonly last: number };

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
  /** The whole file, or the bytes from `part.first` to `part.last`, both of them in it. */
  open(id: DocumentId, part?: FilePart): Promise<ReadableStream<Uint8Array> | undefined>;
  /**
   * A small copy of a picture (WebP), drawn outside this process and without the picture's metadata; `undefined` where the document
   * is no picture, or no copy of it can be made.
   */
  thumbnail(id: DocumentId): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

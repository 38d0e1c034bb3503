/**
 * What stands as waiting in the store is in flight there before it leaves: else a kill would repeat it, and nobody would know.
 */
import type { Eventually } from "../channels/channel.ts";
import type { OutboxRow } from "../store/engine.ts";
import type { DeliveryRecords } from "./delivery-records.ts";

/** It could not be written down, so nothing has left: no try of the platform's. */
export class NotBegun extends Error {
  override readonly name = "NotBegun";
}

/** A full disk, or a database that another program holds, is asked again after this. */
export const beginAgainMs = 1_000;

/**
 * Writes it down, and forgets what was still to be written of an earlier try: that would come after it, and hide it.
 * @throws NotBegun also as a promise's rejection
 */
export function begin(
  row: OutboxRow,
  write: (row: OutboxRow) => Eventually<void>,
  records: DeliveryRecords,
): Eventually<void> {
  const notBegun = (cause: unknown): never => {
    throw new NotBegun("a message could not be written down as being in flight", { cause });
  };
  try {
    const written = write(row);
    if (written instanceof Promise) return written.then(() => records.forget(row), notBegun);
    records.forget(row);
  } catch (error) {
    notBegun(error);
  }
}

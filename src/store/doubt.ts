/** What the stored reason of a message tells of it: that nobody knows the end of a hand-over, or that its line kept it back. */

/** Reasons (`Delivery.error`) of messages that may have reached their customer all the same. */
const doubtful: ReadonlySet<string> = new Set([
  "unsure",
  "unsure_withdrawn",
  "unsure_overtaken",
  "unknown_after_restore",
]);

/** For an `OutboxRow` that is read back: one such hand-over at least, where its reason says so. */
export function unsureSince(error: string | null | undefined): { readonly unsure?: number } {
  return error != null && doubtful.has(error) ? { unsure: 1 } : {};
}

/** The same of one that waits. */
export function keptBy(error: string | null | undefined): { readonly kept?: true } {
  return error === "held" ? { kept: true } : {};
}

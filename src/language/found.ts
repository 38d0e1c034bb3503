/**
 * What every finder of this folder returns: a value and the exact words it stands on. All finders take the text as the customer
 * wrote it and give UTF-16 offsets into that very text; folding for matching happens inside.
 */
export type Found<T> = {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  /** Exactly `text.slice(start, end)`. */
  readonly text: string;
};

/** A stretch of a text, in UTF-16 offsets. */
export type Span = { readonly start: number; readonly end: number };

/** Do two stretches share a letter? */
export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Does a stretch share a letter with one of the others? */
export const overlapsAny = (one: Span, others: readonly Span[]): boolean =>
  others.some((other) => overlaps(one, other));

/** The moment and place that a text is read against. `now`: epoch milliseconds of the message. */
export type Moment = { readonly now: number; readonly zone: string };

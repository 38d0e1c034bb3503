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

/** The moment and place that a text is read against. `now`: epoch milliseconds of the message. */
export type Moment = { readonly now: number; readonly zone: string };

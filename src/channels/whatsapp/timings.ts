/** How long the line waits for what. Tests wait less. */

export type Timings = {
  /** From opening the browser to its page saying anything: a slow disk unpacks a browser, a slow network loads a page. */
  readonly startMs: number;
  /** From "linked" to ready, or to the next word about loading: a phone with many chats takes minutes. */
  readonly loadMs: number;
  /** A QR code lives a minute, the ones after it 20 seconds, and after six WhatsApp gives none any more. */
  readonly qrLifeMs: number;
  /** A pairing code is renewed each three minutes; nobody types one for longer than this. */
  readonly codeLifeMs: number;
  /** Between two questions whether the page still answers, and how long an answer may take. Two in a row without one end the browser. */
  readonly heartbeatMs: number;
  readonly answerMs: number;
  /** Whoever worked this long has no failures behind it. */
  readonly steadyMs: number;
  /** Between the end of a browser and the next one, divided by this. */
  readonly backOffDivisor: number;
  /** A phone rings for less than this; then the chat is looked at for what became of the call, and again as long after. */
  readonly ringMs: number;
  /**
   * A call that the chat says nothing of after this has reached nobody. Until then somebody may be speaking; a call that reached nobody
   * stands in the chat within moments, so that few wait for this.
   */
  readonly talkMs: number;
  /** One message on its way to the server; a file on a slow line takes its time. */
  readonly sendMs: number;
  /** From the page taking a message to the server having it. */
  readonly ackMs: number;
  /** Somebody is gone once WhatsApp has known nobody there twice, at least so far apart. */
  readonly goneMs: number;
  /** Before a second try to hand a delivery over; doubled by each. */
  readonly retryMs: number;
  /** Does the line type before it sends? */
  readonly types: boolean;
};

export const timings: Timings = {
  startMs: 120_000,
  loadMs: 300_000,
  qrLifeMs: 70_000,
  codeLifeMs: 600_000,
  heartbeatMs: 30_000,
  answerMs: 15_000,
  steadyMs: 600_000,
  backOffDivisor: 1,
  ringMs: 60_000,
  talkMs: 2 * 3_600_000,
  sendMs: 120_000,
  ackMs: 20_000,
  goneMs: 60_000,
  retryMs: 1_000,
  types: true,
};

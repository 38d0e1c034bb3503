/** Whether the mail server locks the office out: its owner reads so on every page of the queue until a letter is taken again. */
import type { Log } from "../log.ts";
import type { SmtpProblem } from "../mail/smtp.ts";

export type LockedOut = { readonly why: SmtpProblem; readonly since: number };

export type MailTrouble = {
  /** The office's own login, sender or TLS was not taken. */
  lockedOut(why: SmtpProblem): void;
  /** A letter was. */
  letIn(): void;
  /** Undefined: all is well, as far as anybody tried since the start. */
  current(): LockedOut | undefined;
};

/** @param now the office's clock, epoch milliseconds */
export function createMailTrouble(now: () => number, log: Log): MailTrouble {
  let current: LockedOut | undefined;
  return {
    lockedOut(why) {
      log.warn({ ...why }, "the mail server does not take the office's login, sender or TLS");
      current = { why, since: current?.since ?? now() };
    },
    letIn() {
      current = undefined;
    },
    current: () => current,
  };
}

/**
 * Two programs that answer each other would never stop. The same reply again and again within a minute is taken for that: the office
 * falls silent in this chat, and a person looks at it.
 */
import type { Conversation, Echo, PersonWanted } from "../../domain/conversation.ts";
import { textHash } from "../form/likeness.ts";
import { asOrders, ordersOfCase } from "../person/case.ts";
import { muteMs } from "../wake.ts";
import type { Work } from "../work.ts";

/** A reply is said this often in a row; the next equal one is not. Nobody reads the same line six times in a minute. */
export const mostEqualReplies = 5;
/** Within this time, counted from the first of them. */
export const loopMs = 60_000;

/** The run of equal replies with one more reply. */
export function echoOf(before: Conversation["echo"], text: string, at: number): Echo {
  const hash = textHash(text);
  const goesOn = before?.hash === hash && at - before.since <= loopMs;
  return goesOn ? { ...before, count: before.count + 1 } : { hash, count: 1, since: at };
}

export function isLoop(echo: Echo | undefined): boolean {
  return echo !== undefined && echo.count > mostEqualReplies;
}

/** The case that staff see. Whoever wanted a person before is not forgotten. */
export function loopCase({ person, at }: Pick<Work, "person" | "at">): PersonWanted {
  return {
    since: person?.since ?? at,
    reason: person?.reason ?? "loop",
    ...asOrders(ordersOfCase(person)),
    ...(person?.agent && { agent: person.agent }),
    mutedUntil: at + muteMs,
  };
}

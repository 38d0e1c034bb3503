/**
 * The office's clock went back: what a chat wrote down by a moment that has not come yet is put right, so that it is neither mute nor silent until
 * then. What was said meanwhile was said: a reminder that has gone out goes out no more.
 */
import type { Conversation, PersonWanted } from "../domain/conversation.ts";
import { muteMs } from "./wake.ts";

/** The chat as of now, epoch milliseconds; the very chat where nothing in it was written later. Its own timer follows with the turn. */
export function chatAfterClockBack(chat: Conversation, now: number): Conversation {
  const { heardAt, spokeAt, askedAt, fileAt, goneAt, person, echo, drafts } = chat;
  if (!isAhead(chat, now)) return chat;
  const { askedAt: _asked, fileAt: _file, ...rest } = chat;
  return {
    ...rest,
    heardAt: Math.min(heardAt, now),
    spokeAt: Math.min(spokeAt, now),
    ...(askedAt !== undefined && { askedAt: Math.min(askedAt, now) }),
    // Of an album that came then there is nothing to wait for.
    ...(fileAt !== undefined && fileAt <= now && { fileAt }),
    ...(goneAt !== undefined && { goneAt: Math.min(goneAt, now) }),
    ...(person && { person: personSince(person, now) }),
    ...(echo && { echo: { ...echo, since: Math.min(echo.since, now) } }),
    drafts: drafts.map((draft) => (draft.begunAt > now ? { ...draft, begunAt: now } : draft)),
  };
}

/** Whether something was written down by a later moment. */
export function isAhead({ heardAt, spokeAt, askedAt, person, wake }: Conversation, now: number): boolean {
  const moments = [heardAt, spokeAt, askedAt ?? 0, person?.since ?? 0, (person?.mutedUntil ?? 0) - muteMs];
  return wake !== undefined && moments.some((moment) => moment > now);
}

/** Whoever spoke last then has spoken now. */
function personSince({ toldAt, promisedBy, ...person }: PersonWanted, now: number): PersonWanted {
  const { since, mutedUntil } = person;
  return {
    ...person,
    since: Math.min(since, now),
    mutedUntil: Math.min(mutedUntil, now + muteMs),
    ...(promisedBy !== undefined && { promisedBy: promisedBy - Math.max(0, since - now) }),
    ...(toldAt !== undefined && { toldAt: Math.min(toldAt, now) }),
  };
}

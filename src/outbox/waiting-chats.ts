/**
 * Chats that wait for their line, each kind in the order in which it came: answers to somebody who has just written go before news, and news
 * of this minute has a fair share beside what has waited for long.
 */

/** `answer`: somebody who has just written waits for it. `fresh`: it has just happened. `old`: it was kept back, by an outage or the line's own prudence. */
export type Haste = "answer" | "fresh" | "old";

/** While chats with fresh news and with old ones wait, so many of the one leave for each of the other. */
const freshForOld = 3;

export class WaitingChats {
  readonly #waiting: Readonly<Record<Haste, Set<string>>> = {
    answer: new Set(),
    fresh: new Set(),
    old: new Set(),
  };
  /** Fresh ones in a row, while old ones waited. */
  #freshInRow = 0;

  get isEmpty(): boolean {
    const { answer, fresh, old } = this.#waiting;
    return answer.size === 0 && fresh.size === 0 && old.size === 0;
  }

  add(chat: string, haste: Haste): void {
    this.#waiting[haste].add(chat);
  }

  /** Of one that waits: it is for something more urgent now. */
  hasten(chat: string, haste: Haste): void {
    const { answer, fresh, old } = this.#waiting;
    if (answer.has(chat) || haste === "old" || (haste === "fresh" && fresh.has(chat))) return;
    if (fresh.delete(chat) || old.delete(chat)) this.add(chat, haste);
  }

  /** The one whose turn it is; it waits no more. */
  next(): string | undefined {
    const queue = this.#nextQueue();
    const [chat] = queue;
    if (chat !== undefined) queue.delete(chat);
    return chat;
  }

  #nextQueue(): Set<string> {
    const { answer, fresh, old } = this.#waiting;
    if (answer.size > 0) return answer;
    if (fresh.size === 0 || (old.size > 0 && this.#freshInRow >= freshForOld)) {
      this.#freshInRow = 0;
      return old;
    }
    this.#freshInRow += 1;
    return fresh;
  }
}

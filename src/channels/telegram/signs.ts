/**
 * Small signs of life that nobody waits for: the pressed button is answered and its row taken away, "typing …" where an answer takes its
 * time. They fail in silence, and there are few of them while many wait.
 */
import type { Bot } from "./bot.ts";
import type { Delivery } from "./updates.ts";

/** An answer that comes within this needs no "typing …". */
const typingAfterMs = 700;
/** More chats than this that wait at once are a backlog: signs would only take the place of answers. */
const mostAtOnce = 20;

export type Signs = {
  /** A message is handed over. */
  heard(address: string): void;
  /** It was answered, or will not be. */
  spoke(address: string): void;
  pressed(delivery: Delivery, taken: boolean): void;
  stop(): void;
};

export function openSigns(bot: Bot): Signs {
  const waiting = new Map<string, NodeJS.Timeout>();
  let underWay = 0;

  function sign(send: () => Promise<unknown>): void {
    if (underWay >= mostAtOnce) return;
    underWay += 1;
    void send()
      .catch(() => undefined)
      .finally(() => {
        underWay -= 1;
      });
  }

  function forget(address: string): void {
    clearTimeout(waiting.get(address));
    waiting.delete(address);
  }

  return {
    heard(address) {
      if (waiting.has(address) || waiting.size >= mostAtOnce) return;
      const type = () => {
        waiting.delete(address);
        sign(() => bot.call("sendChatAction", { chat_id: address, action: "typing" }));
      };
      waiting.set(address, setTimeout(type, typingAfterMs));
    },
    spoke: forget,
    pressed({ what, address: chat_id }, taken) {
      if (what.type !== "press") return;
      const { query, message } = what;
      if (!taken) sign(() => bot.call("answerCallbackQuery", { callback_query_id: query }));
      else if (message !== undefined)
        sign(() =>
          bot.call("editMessageReplyMarkup", {
            chat_id,
            message_id: message,
            reply_markup: { inline_keyboard: [] },
          }),
        );
    },
    stop() {
      for (const address of [...waiting.keys()]) forget(address);
    },
  };
}

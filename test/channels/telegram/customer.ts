/** People on the Bot API server, and what they do there: each deed becomes the update that the real platform would make of it. */
import type { Deed } from "../../contracts/channel-bench.ts";
import type { BotApi, Bubble, Payload, RawUpdate } from "./bot-api.ts";

/** A person; their private chat has their own number. @param now the clock of their telephone, epoch milliseconds */
export function customerOf(api: BotApi, id: number, language = "ar", now = Date.now) {
  const from = { id, is_bot: false, first_name: "Sara", language_code: language };
  const chat = { id, type: "private", first_name: "Sara" };
  const seconds = () => Math.floor(now() / 1_000);
  let newestText: Payload | undefined;

  function message(parts: Payload): RawUpdate {
    const made = { message_id: api.state.nextMessage, from, chat, date: seconds(), ...parts };
    api.state.nextMessage += 1;
    if (typeof parts.text === "string") newestText = made;
    return api.push({ message: made });
  }

  function newestBubble(): Bubble {
    const bubble = api.bubblesOf(String(id)).at(-1);
    if (!bubble) throw new Error("The office has said nothing yet.");
    return bubble;
  }

  function press(label: string): RawUpdate {
    const bubble = newestBubble();
    const button = bubble.buttons.flat().find(({ text }) => text === label);
    if (!button) throw new Error(`There is no button «${label}».`);
    const shown = { message_id: bubble.id, chat, date: seconds(), text: bubble.text };
    const query = {
      id: String(api.state.nextUpdate * 7),
      from,
      message: shown,
      chat_instance: "1",
      data: button.callback_data,
    };
    return api.push({ callback_query: query });
  }

  function file(kind: "photo" | "voice" | "document", bytes: Uint8Array, more: Payload = {}): RawUpdate {
    const file_id = `${kind}-${api.files.size + 1}`;
    api.files.set(file_id, Buffer.from(bytes));
    const about = { file_id, file_unique_id: file_id, file_size: bytes.length };
    const small = { file_id: "thumb", file_unique_id: "thumb", width: 90, height: 90 };
    const { name, ...rest } = more;
    if (kind === "photo") return message({ photo: [small, { ...about, width: 900, height: 900 }], ...rest });
    if (kind === "voice") return message({ voice: { ...about, duration: 4 }, ...rest });
    return message({ document: { ...about, file_name: name }, ...rest });
  }

  return {
    address: String(id),
    message,
    press,
    file,
    says: (text: string) => message({ text }),
    /** Says it as an answer to an earlier message of the office. */
    answers: (text: string, id: number) => message({ text, reply_to_message: { message_id: id, chat } }),
    /** Presses a button that stands under some earlier message. */
    pressOld: (data: string) =>
      api.push({
        callback_query: { id: String(api.state.nextUpdate * 7), from, chat_instance: "1", data },
      }),
    edits(text: string): RawUpdate {
      return api.push({ edited_message: { ...newestText, edit_date: seconds() + 1, text } });
    },
    reacts(emoji: string, to: number = newestBubble().id): RawUpdate {
      const change = { old_reaction: [], new_reaction: [{ type: "emoji", emoji }] };
      return api.push({ message_reaction: { chat, message_id: to, user: from, date: seconds(), ...change } });
    },
    does(deed: Deed): RawUpdate {
      switch (deed.type) {
        case "text":
          return message({ text: deed.text });
        case "press":
          return press(deed.label);
        case "location":
          return message({ location: { latitude: deed.latitude, longitude: deed.longitude } });
        case "contact":
          return message({
            contact: { first_name: deed.name, phone_number: deed.phone.slice(1), user_id: id },
          });
        case "photo":
        case "voice":
        case "document":
          return file(deed.type, deed.bytes, {
            name: deed.name,
            ...(deed.caption && { caption: deed.caption }),
          });
        case "edit":
          return this.edits(deed.text);
        case "reaction":
          return this.reacts(deed.emoji);
        case "sticker":
          return message({
            sticker: { file_id: "s", file_unique_id: "s", type: "regular", width: 1, height: 1 },
          });
        case "poll":
          return message({ poll: { id: "1", question: "?", options: [] } });
        default:
          throw new Error(`Nobody can do ${deed.type} on Telegram.`);
      }
    },
  };
}

/** A web chat's page, talking to the API as a browser does: one POST at a time, the same id again until it is accepted. */
import { webChatChannel } from "../../src/channels/web-chat.ts";
import type { Documents } from "../../src/documents/documents.ts";
import { parseConversationId } from "../../src/domain/ids.ts";
import type { Deed, PlatformFacts, RecordingOffice } from "../contracts/channel-bench.ts";
import { linesIn, openChat, postJson, withKey } from "../web/api/chat.ts";
import { sure, tinyOffice } from "../web/tiny-office.ts";
import type { ToldDesk } from "./desk.ts";

export const webFacts: PlatformFacts = {
  name: "web chat",
  deeds: ["text", "press", "location", "contact", "photo", "voice", "document"],
  // Browsers read what is stored: there is nothing that could fail.
  problems: [],
  redelivers: true,
  echoes: false,
  async open(office) {
    const tiny = tinyOffice();
    tiny.engine.receive = office.receive;
    const { app, path, conversation } = await openChat({ ...tiny, documents: documentsOf(office.desk) });
    const bodies: (() => Promise<Response>)[] = [];
    let posting: Promise<void> = Promise.resolve();
    let count = 0;

    async function post(body: () => Promise<Response>): Promise<void> {
      for (let status = 0; status !== 202; ) {
        status = (await body()).status;
        if (status !== 202 && status !== 503) throw new Error(`The API answered ${status}.`);
      }
    }
    const postInTurn = (body: () => Promise<Response>) => {
      posting = posting.then(() => post(body));
      return posting;
    };

    return {
      channel: webChatChannel(),
      address: conversation,
      async does(deed) {
        const id = `w${++count}`;
        const value = deed.type === "press" ? await valueUnder(deed.label) : undefined;
        const body = (): Promise<Response> =>
          "bytes" in deed
            ? Promise.resolve(
                app.request(`${path}/messages`, { method: "POST", body: formOf(id, deed), headers: withKey }),
              )
            : postJson(app, `${path}/messages`, { id, ...jsonOf(deed, value) }, withKey);
        bodies.push(body);
        void postInTurn(body);
      },
      async sees() {
        const { messages } = await linesIn(await app.request(`${path}/messages`));
        return messages.map(({ text, choices }) => ({
          text: text ?? "",
          ...(choices && { buttons: choices.map(({ label }) => label) }),
        }));
      },
      async deliversAgain() {
        for (const body of [...bodies]) await postInTurn(body);
      },
      echoesOwn: () => Promise.reject(new Error("A page echoes nothing.")),
      fails: () => undefined,
      stored: ({ text, choices }) => tiny.say(conversation, text, choices),
      close: () => posting,
    };

    async function valueUnder(label: string): Promise<string> {
      const { messages } = await linesIn(await app.request(`${path}/messages`));
      return sure(messages.at(-1)?.choices?.find((choice) => choice.label === label)).value;
    }
  },
};

function jsonOf(deed: Deed, value: string | undefined): object {
  switch (deed.type) {
    case "text":
      return { text: deed.text };
    case "press":
      return { choice: value };
    case "location":
      return { location: { latitude: deed.latitude, longitude: deed.longitude } };
    case "contact":
      return { contact: { name: deed.name, phone: deed.phone } };
    default:
      throw new Error(`Nobody can do ${deed.type} on the page.`);
  }
}

function formOf(
  id: string,
  { name, bytes, caption }: Extract<Deed, { readonly bytes: Uint8Array }>,
): FormData {
  const form = new FormData();
  form.append("id", id);
  if (caption !== undefined) form.append("caption", caption);
  form.append("file", new Blob([Uint8Array.from(bytes)]), name);
  return form;
}

/** The desk's files, as the API stores them. */
function documentsOf(desk: RecordingOffice["desk"]): Documents {
  const kept: Pick<ToldDesk, "keepFile" | "openFile"> = desk;
  return {
    async put(body, { conversation, name, at }) {
      const content = await kept.keepFile({ address: conversation }, { name, body });
      if (content === "not_now" || !("document" in content)) return { type: "refused", reason: "too_large" };
      const { document: id, mediaType, bytes } = content;
      const about = { conversation: sure(parseConversationId(conversation)), name, at };
      return { type: "stored", document: { id, ...about, sha256: "", mediaType, bytes } };
    },
    get: async () => undefined,
    removeUnused: async () => 0,
    remove: async () => undefined,
    open: (id) => kept.openFile(id),
    thumbnail: async () => undefined,
  };
}

/** WhatsApp with one customer on it, for the contract of channels: the real library before a page of our own. */
import type { Channel } from "../../../src/channels/channel.ts";
import type { Deed, PlatformFacts } from "../../contracts/channel-bench.ts";
import { openAccount, type PageMessage, sara } from "./account.ts";
import { untilState } from "./started.ts";

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/** What the customer's phone sends. */
function messageOf(deed: Deed): PageMessage | undefined {
  switch (deed.type) {
    case "text":
      return { body: deed.text };
    case "location":
      return { type: "location", lat: deed.latitude, lng: deed.longitude };
    case "contact": {
      const waid = deed.phone.replace(/\D/g, "");
      const tel = `TEL;type=CELL;waid=${waid}:${deed.phone}`;
      return { type: "vcard", body: `BEGIN:VCARD\nVERSION:3.0\nFN:${deed.name}\n${tel}\nEND:VCARD` };
    }
    case "photo":
      return { type: "image", mimetype: "image/jpeg", file: base64(deed.bytes), caption: deed.caption };
    case "voice":
      return { type: "ptt", mimetype: "audio/ogg; codecs=opus", file: base64(deed.bytes), duration: "7" };
    case "document":
      return { type: "document", filename: deed.name, file: base64(deed.bytes) };
    case "sticker":
      return { type: "sticker", file: base64(Buffer.from("RIFF")) };
    case "poll":
      return { type: "poll_creation", pollName: "?" };
    default:
      return undefined;
  }
}

export const whatsAppFacts: PlatformFacts = {
  name: "WhatsApp",
  deeds: [
    "text",
    "location",
    "contact",
    "photo",
    "voice",
    "document",
    "edit",
    "reaction",
    "sticker",
    "poll",
    "deleted",
    "call",
  ],
  problems: ["retry_later", "address_gone", "logged_out"],
  redelivers: true,
  echoes: true,
  async open(office) {
    const account = await openAccount();
    const { lid: address } = sara;
    office.desk.heard.set(address, Date.now());
    let newest = "";
    let trouble: Promise<unknown> = Promise.resolve();
    let isGone = false;

    async function does(deed: Deed): Promise<void> {
      const message = messageOf(deed);
      if (message) {
        newest = await account.arrives(address, message);
        return;
      }
      const about = { newest, emoji: deed.type === "reaction" ? deed.emoji : "", by: address };
      if (deed.type === "edit")
        await account.inPage((page, { newest, text }) => page.edit(newest, text), {
          newest,
          text: deed.text,
        });
      else if (deed.type === "deleted")
        await account.inPage((page, { newest }) => page.revoke(newest), about);
      else if (deed.type === "reaction")
        await account.inPage(
          (page, { emoji, by }) => page.react(page.sent.at(-1)?.id ?? "", emoji, by),
          about,
        );
      else if (deed.type === "call") await account.inPage((page, { by }) => page.ring("CALL1", by), about);
      else throw new Error(`Nobody can do ${deed.type} in WhatsApp.`);
    }

    const channel: Channel = {
      ...account.channel,
      async start(receive, desk) {
        await account.channel.start(receive, desk);
        await untilState(office.desk, "working");
      },
      async send(outbound) {
        await trouble;
        if (!isGone) return account.channel.send(outbound);
        isGone = false;
        // The first time that WhatsApp knows nobody there is not believed.
        await Promise.resolve(account.channel.send(outbound)).catch(() => undefined);
        try {
          return await account.channel.send(outbound);
        } finally {
          await account.inPage((page) => {
            page.gone = false;
          });
        }
      },
    };
    return {
      ...{ channel, address, does },
      async sees() {
        const sent = await account.inPage((page) => page.sent);
        return sent.map(({ text, file }) => ({ text, ...(file && { file: Buffer.from(file, "base64") }) }));
      },
      deliversAgain: () => account.inPage((page) => page.sync()),
      echoesOwn: () => account.inPage((page) => page.echo(page.sent.at(-1)?.id ?? "")),
      fails(problem) {
        isGone = problem === "address_gone";
        trouble = spoil(problem);
      },
      close: account.close,
    };

    async function spoil(problem: string): Promise<void> {
      if (problem === "retry_later")
        await account.inPage((page) => {
          page.trouble = "throws";
        });
      else if (problem === "address_gone")
        await account.inPage((page) => {
          page.trouble = "nothing";
          page.gone = true;
        });
      else {
        await account.inPage((page) => page.logout());
        await untilState(office.desk, "needs_link");
      }
    }
  },
};

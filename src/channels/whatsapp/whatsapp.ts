/**
 * WhatsApp through a linked browser (whatsapp-web.js): not an official client, and its number can be blocked (docs/running.md). One
 * line, supervised; what arrived while it was away is swept up; nothing leaves to somebody who never wrote.
 */
import { join } from "node:path";
import { fileLimits } from "../../domain/files.ts";
import { type Channel, ChannelError } from "../channel.ts";
import { type OpenedLine, openLine, type WhatsAppConfig, whatsAppName } from "./open-line.ts";
import { ratesOf } from "./rates.ts";

export { type WhatsAppConfig, whatsAppName } from "./open-line.ts";

export function whatsAppChannel(config: WhatsAppConfig): Channel {
  const folder = join(config.dataDir, whatsAppName);
  const now = config.now ?? Date.now;
  let linkedAt: () => number | undefined = () => undefined;
  let office: OpenedLine | undefined;
  const notStarted = () => Promise.reject(new Error("The line has not been started."));
  return {
    name: whatsAppName,
    capabilities: {
      // Buttons and lists are gone from WhatsApp Web.
      buttons: 0,
      // https://faq.whatsapp.com : a message holds 65,536 characters, a caption 1,024.
      maxTextLength: 65_536,
      captionLength: 1_024,
      canWriteFirst: false,
      edits: true,
      typing: true,
      knowsRepeats: true,
      files: { in: fileLimits.bytes, out: fileLimits.bytes },
      rates: config.rates ?? ratesOf(() => linkedAt(), now),
    },
    async start(receive, desk) {
      office = await openLine(config, { folder, now }, receive, desk);
      linkedAt = office.linkedAt;
      office.line.start();
    },
    send(outbound) {
      if (!office) throw new ChannelError({ type: "retry_later", whole: true }, "The line is stopped.");
      return office.send(outbound);
    },
    async stop() {
      await office?.stop();
      office = undefined;
    },
    link: {
      again: () => office?.line.link.again() ?? notStarted(),
      byNumber: (phone) => office?.line.link.byNumber(phone) ?? notStarted(),
    },
  };
}

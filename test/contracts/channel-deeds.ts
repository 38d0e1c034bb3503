/** Everything that a customer can do on some platform, and what must be handed over for it. */
import type { Content } from "../../src/domain/message.ts";
import type { Deed } from "./channel-bench.ts";

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from("a picture".repeat(3_000))]);
const ogg = Uint8Array.from(Buffer.from(`OggS${"a voice".repeat(2_000)}`));
const pdf = Uint8Array.from(Buffer.from(`%PDF-1.7 ${"a paper".repeat(2_000)}`));

/** Each kind that a platform may know, and what must be handed over for it. */
export const deeds: readonly (readonly [Deed, Partial<Content>])[] = [
  [
    { type: "text", text: "أبي فندق 🇸🇦" },
    { type: "text", text: "أبي فندق 🇸🇦" },
  ],
  [
    { type: "press", label: "اعتماد" },
    { type: "choice", value: "q7:place" },
  ],
  [
    { type: "location", latitude: 24.7136, longitude: 46.6753 },
    { type: "location", latitude: 24.7136, longitude: 46.6753 },
  ],
  [
    { type: "contact", name: "سارة", phone: "+966501234567" },
    { type: "contact", name: "سارة", phone: "+966501234567" },
  ],
  [
    { type: "photo", name: "photo.jpg", bytes: jpeg, caption: "صورة الجواز" },
    { type: "photo", mediaType: "image/jpeg", caption: "صورة الجواز" },
  ],
  [
    { type: "voice", name: "note.ogg", bytes: ogg },
    { type: "voice", mediaType: "audio/ogg" },
  ],
  [
    { type: "document", name: "id.pdf", bytes: pdf },
    { type: "document", name: "id.pdf" },
  ],
  [
    { type: "edit", text: "second" },
    { type: "edit", text: "second" },
  ],
  [
    { type: "reaction", emoji: "👍" },
    { type: "reaction", emoji: "👍" },
  ],
  [{ type: "sticker" }, { type: "unsupported", what: "sticker" }],
  [{ type: "poll" }, { type: "unsupported", what: "poll" }],
  [{ type: "deleted" }, { type: "unsupported", what: "deleted" }],
  [{ type: "call" }, { type: "unsupported", what: "call" }],
];

/** A picture in a partner's chat: the proof of an order, that its caption names, or the only one that it can be of. */
import type { Content, Media } from "../../domain/message.ts";
import { keepProof } from "./order-work.ts";
import { readPartner } from "./read.ts";
import { mayProve, namedBy, provable, type Scene } from "./scene.ts";
import { showChoices } from "./show.ts";
import { expect, give, line } from "./speak.ts";

export function hearPicture(scene: Scene, content: Extract<Content, { type: "photo" | "document" }>): void {
  const { work } = scene;
  const { document, name, mediaType, bytes } = content;
  const kept: Media = { document, name, mediaType, bytes };
  const { number, ref } = readPartner(content.caption ?? "");
  const named = { ...(number !== undefined && { number }), ...(ref !== undefined && { ref }) };
  const found = namedBy(scene, named);
  if (found !== undefined && found !== "unknown" && mayProve(scene, found)) {
    keepProof(scene, found, kept);
    return;
  }
  const among = provable(scene);
  const [only, another] = among;
  if (!only) {
    line(work, "no_picture");
    return;
  }
  if (!another) {
    keepProof(scene, only, kept);
    return;
  }
  expect(work, { type: "which_proof", document: kept });
  line(work, "which_proof");
  give(work, showChoices(work, among, true, "proof"));
}

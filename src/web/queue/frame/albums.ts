/** Which lines of a chat are pictures of one album: staff see them side by side, under the first, as they were sent. */
import type { ChatLine } from "../../../domain/message.ts";

/** As long as the conversation itself takes for one album (conversation/media.ts). */
const albumMs = 60_000;

/**
 * The albums of these lines, each with two pictures at least, by the first one's `seq`. What the office said in between does not
 * part an album; a person's words do, and so does a minute.
 */
export function albumsIn(lines: readonly ChatLine[]): ReadonlyMap<number, readonly ChatLine[]> {
  const albums: ChatLine[][] = [];
  let open: ChatLine[] | undefined;
  for (const line of lines) {
    if (line.from === "office") continue;
    if (line.from !== "customer" || line.content?.type !== "photo") open = undefined;
    else if (open && line.at - (open.at(-1)?.at ?? 0) <= albumMs) open.push(line);
    else {
      open = [line];
      albums.push(open);
    }
  }
  return new Map(albums.filter(({ length }) => length > 1).map((album) => [album[0]?.seq ?? 0, album]));
}

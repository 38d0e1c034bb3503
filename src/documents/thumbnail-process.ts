/**
 * A process that lives for one picture: it draws it small, writes the copy to standard output, and ends. Whatever a hostile picture
 * does, it does it here, where there are no settings, no database and no chats. Started by thumbnail-maker.ts alone.
 */
import { setPriority } from "node:os";
import { argv, exit, memoryUsage, stdout } from "node:process";
import sharp from "sharp";

const [, , path = "", edge = "", mostPixels = "", mostRss = "", mostMs = ""] = argv;

/** How often the memory is looked at; libvips works in threads of its own meanwhile. */
const lookMs = 15;

// Chats come first.
setPriority(10);
setInterval(() => {
  if (memoryUsage.rss() > Number(mostRss)) exit(2);
}, lookMs);
// In case nobody is there any more to end it.
setTimeout(() => exit(3), Number(mostMs));

sharp.concurrency(1);
sharp.cache(false);
// libvips can open PDF, SVG and forty others; a picture that is two things at once is never more than one of these.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegFile",
    "VipsForeignLoadPngFile",
    "VipsForeignLoadWebpFile",
    "VipsForeignLoadNsgifFile",
  ],
});

// Metadata is left behind: what is not asked for is not written. The side that a camera calls up is up.
const small = await sharp(path, {
  limitInputPixels: Number(mostPixels),
  sequentialRead: true,
  failOn: "truncated",
})
  .autoOrient()
  .resize({ width: Number(edge), height: Number(edge), fit: "inside", withoutEnlargement: true })
  .webp({ quality: 75 })
  .toBuffer()
  .catch(() => exit(1));
stdout.write(small, () => exit(0));

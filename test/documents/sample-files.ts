/** The smallest files that say what they are: headers only, since nothing here is ever decoded. */

export function png(width: number, height: number): Buffer {
  const header = Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000000",
    "hex",
  );
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return Buffer.concat([header, Buffer.from("0000000049444154ae426082", "hex"), Buffer.from("IEND")]);
}

/** With a camera's long segment before the size. */
export function jpeg(width: number, height: number): Buffer {
  const camera = Buffer.concat([Buffer.from("ffe1fffe", "hex"), Buffer.alloc(0xfffc, 1)]);
  const frame = Buffer.from("ffc0001108000000000301220002110103110100ffd9", "hex");
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from("ffd8", "hex"), camera, frame]);
}

export function gif(width: number, height: number): Buffer {
  const header = Buffer.from("GIF89a\0\0\0\0\0\0\0;", "latin1");
  header.writeUInt16LE(width, 6);
  header.writeUInt16LE(height, 8);
  return header;
}

export function webp(width: number, height: number): Buffer {
  const header = Buffer.from("RIFF\x20\0\0\0WEBPVP8 \x10\0\0\0\0\0\0\x9d\x01\x2a\0\0\0\0\0\0\0\0", "latin1");
  header.writeUInt16LE(width, 26);
  header.writeUInt16LE(height, 28);
  return header;
}

/** A voice note's first page. */
export function ogg(): Buffer {
  return Buffer.concat([
    Buffer.from("OggS"),
    Buffer.alloc(24),
    Buffer.from("OpusHead\u0001\u0001"),
    Buffer.alloc(40),
  ]);
}

export function pdf(): Buffer {
  return Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
}

export function docx(more: readonly string[] = [], claimedSize = 0): Buffer {
  return zip(["[Content_Types].xml", "word/document.xml", ...more], claimedSize);
}

/** An archive whose entries hold nothing and claim to unpack to `claimedSize` bytes each. */
export function zip(names: readonly string[], claimedSize = 0): Buffer {
  const files: Buffer[] = [];
  const table: Buffer[] = [];
  for (const name of names) {
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x0403_4b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(claimedSize, 22);
    local.writeUInt16LE(label.length, 26);
    files.push(local, label);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x0201_4b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(claimedSize, 24);
    entry.writeUInt16LE(label.length, 28);
    table.push(entry, label);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(table).length, 12);
  end.writeUInt32LE(Buffer.concat(files).length, 16);
  return Buffer.concat([...files, ...table, end]);
}

import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

function read(fd, position, length) {
  const buffer = Buffer.alloc(length);
  readSync(fd, buffer, 0, length, position);
  return buffer;
}

function* entries(fd) {
  const size = fstatSync(fd).size;
  const tailLength = Math.min(size, 65_557);
  const tail = read(fd, size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('not a ZIP file');
  const directory = read(fd, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt16LE(at + 40) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/** Unpacks the entries that `wanted(name)` maps to a relative path, checking each one's CRC where this Node can. */
export function unzip(file, target, wanted) {
  const fd = openSync(file, 'r');
  try {
    for (const entry of entries(fd)) {
      const path = wanted(entry.name);
      if (!path || entry.name.endsWith('/')) continue;
      if (normalize(path).split(sep).includes('..')) throw new Error(`unsafe path in ZIP: ${entry.name}`);
      const header = read(fd, entry.offset, 30);
      const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
      const raw = read(fd, start, entry.packed);
      const data = entry.method === 0 ? raw : inflateRawSync(raw);
      if (crc32 && crc32(data) !== entry.crc) throw new Error(`damaged entry in ZIP: ${entry.name}`);
      mkdirSync(dirname(join(target, path)), { recursive: true });
      writeFileSync(join(target, path), data, { mode: entry.mode || 0o644 });
    }
  } finally {
    closeSync(fd);
  }
}

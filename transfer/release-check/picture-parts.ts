/** The parts of a JPEG or PNG that carry its picture, and whether there was anything else. */
export type PictureParts = {
  kept: Uint8Array;
  /** Exif with places and cameras, XMP, IPTC, comments, small copies of an earlier state. */
  hasMetadata: boolean;
  /** Bytes after the end of the picture: often the rest of a larger one that was cut. */
  hasRest: boolean;
};

/** Undefined for what is neither, or damaged. The picture's own data are never decoded. */
export function restOf(bytes: Uint8Array): PictureParts | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegParts(bytes);
  if (PNG.every((byte, i) => bytes[i] === byte)) return pngParts(bytes);
  return undefined;
}

const view = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const END = 0xd9;

function jpegParts(bytes: Uint8Array): PictureParts | undefined {
  const file = view(bytes);
  const kept: Buffer[] = [file.subarray(0, 2)];
  let hasMetadata = false;
  let at = 2;
  for (;;) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at += 1;
    const marker = file[at + 1];
    if (file[at] !== 0xff || marker === undefined) return undefined;
    if (marker === END) {
      kept.push(file.subarray(at, at + 2));
      at += 2;
      break;
    }
    if (at + 4 > file.length) return undefined;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) return undefined;
    const segment = file.subarray(at, end);
    at = end;
    const body = segment.subarray(4);
    if (marker === APP1 && body.subarray(0, 6).equals(EXIF)) {
      const turned = orientationOf(body.subarray(6));
      // The one entry that the picture itself needs: which side is up.
      const least = turned === undefined ? undefined : exifOf(turned);
      if (least) kept.push(least);
      if (!least?.equals(segment)) hasMetadata = true;
    } else if (isMetadata(marker, body)) {
      hasMetadata = true;
    } else kept.push(segment);
    if (marker === START_OF_SCAN) {
      const from = at;
      // In the scan 0xff is followed by 0 or a restart, or it begins the next segment.
      for (;;) {
        at = file.indexOf(0xff, at);
        if (at < 0) return undefined;
        const next = file[at + 1];
        if (next === undefined) return undefined;
        if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) break;
        at += next === 0xff ? 1 : 2;
      }
      kept.push(file.subarray(from, at));
    }
  }
  return { kept: Buffer.concat(kept), hasMetadata, hasRest: at < file.length };
}

function isMetadata(marker: number, body: Buffer): boolean {
  if (marker === COMMENT) return true;
  if (marker === APP2) return !body.subarray(0, 11).equals(Buffer.from('ICC_PROFILE'));
  // JFXX holds a small copy.
  if (marker === APP0) return body.subarray(0, 4).toString('latin1') === 'JFXX';
  return marker > APP0 && marker <= 0xef && marker !== APP14;
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** Which side is up, 2 to 8, by the first directory of the TIFF inside; undefined when as it stands. */
function orientationOf(tiff: Buffer): number | undefined {
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  if (tiff.length < 14) return undefined;
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(short(start), 500);
  for (let i = 0; i < count; i += 1) {
    const at = start + 2 + i * 12;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

const tiffOf = (orientation: number): Buffer => {
  const tiff = Buffer.from(
    'MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0',
    'latin1',
  );
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
};

function exifOf(orientation: number): Buffer {
  const body = Buffer.concat([EXIF, tiffOf(orientation)]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD'],
  ...['pHYs', 'hIST', 'cICP', 'mDCV', 'cLLI', 'acTL', 'fcTL', 'fdAT'],
]);

function pngParts(bytes: Uint8Array): PictureParts | undefined {
  const file = view(bytes);
  const kept: Buffer[] = [file.subarray(0, 8)];
  let hasMetadata = false;
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (end > file.length) return undefined;
    if (PNG_KEPT.has(type)) kept.push(file.subarray(at, end));
    else hasMetadata = true;
    at = end;
    if (type === 'IEND') {
      return { kept: Buffer.concat(kept), hasMetadata, hasRest: at < file.length };
    }
  }
  return undefined;
}

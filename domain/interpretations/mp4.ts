/**
 * Whether an MP4 film has a track of sound: a handler of the kind `soun` in its `moov` box
 * (ISO/IEC 14496-12). What can't be read is taken to have one, so that captions are asked for.
 */
export function hasSound(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.byteLength) {
    const name = nameAt(bytes, at + 4);
    const isLong = view.getUint32(at) === 1 && at + 16 <= bytes.byteLength;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : view.getUint32(at);
    const end = size === 0 ? bytes.byteLength : at + size;
    if (size !== 0 && size < 8) return true;
    if (name === 'moov') return hasHandler(bytes, at, Math.min(end, bytes.byteLength));
    at = end;
  }
  return true;
}

function hasHandler(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at + 16 <= to; at += 1) {
    // hdlr, version and flags, a word that is 0, then the kind.
    if (nameAt(bytes, at) === 'hdlr' && nameAt(bytes, at + 12) === 'soun') return true;
  }
  return false;
}

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

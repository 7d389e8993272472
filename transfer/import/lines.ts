export type NumberedLine = {
  /** Counted from 1, as editors show it. */
  number: number;
  /** Null for a line beyond the limit, whose bytes were passed over. */
  text: string | null;
};

/** The lines of a stream of any size, as UTF-8; a byte order mark is left out. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<NumberedLine> {
  let number = 0;
  let held: Buffer[] = [];
  let size = 0;
  const take = (last: Buffer): NumberedLine => {
    number += 1;
    const isTooLong = size + last.length > maxBytes;
    const bytes = held.length === 0 ? last : Buffer.concat([...held, last]);
    held = [];
    size = 0;
    if (isTooLong) return { number, text: null };
    const text = bytes.toString('utf8').replace(/\r$/u, '');
    return { number, text: number === 1 ? text.replace(/^\ufeff/u, '') : text };
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
      yield take(bytes.subarray(from, end));
      from = end + 1;
    }
    const rest = bytes.subarray(from);
    size += rest.length;
    // Beyond the limit nothing is kept, so that one endless line can't fill the memory.
    if (size <= maxBytes) held.push(Buffer.from(rest));
    else held = [];
  }
  if (size > 0) yield take(Buffer.alloc(0));
}

/**
 * The keys of personal data, the one in use first: SEAL_KEY seals, and those of SEAL_KEY_PREVIOUS (a list
 * with commas, the newest first) still open what was sealed with them, until `npm run keys:rotate` has
 * sealed everything anew. 32 bytes each, in base64.
 *
 * @throws Error when a key is missing or of another length
 */
export function sealKeys(): [Buffer, ...Buffer[]] {
  const previous = (process.env.SEAL_KEY_PREVIOUS ?? '').split(',').map((text) => text.trim());
  return [
    read(process.env.SEAL_KEY ?? '', 'SEAL_KEY'),
    ...previous.filter(Boolean).map((text) => read(text, 'SEAL_KEY_PREVIOUS')),
  ];
}

function read(text: string, name: 'SEAL_KEY' | 'SEAL_KEY_PREVIOUS'): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 32) return bytes;
  throw new Error(
    name === 'SEAL_KEY'
      ? 'SEAL_KEY 应为 32 字节的 base64，运行 npm run up 会自动生成。 SEAL_KEY must be 32 bytes in base64; npm run up makes it.'
      : 'SEAL_KEY_PREVIOUS 应为用逗号隔开的旧密钥，每个都是 32 字节的 base64。 SEAL_KEY_PREVIOUS is a list of earlier keys with commas, each 32 bytes in base64.',
  );
}

import sharp from 'sharp';
import { skip } from './findings';
import type { Inspection } from './inspect-file';

/** 一图读懂 is often 1,080 by 15,000; a scanned A0 sheet at 300 points an inch is 140 million. */
export const IMAGE_PIXELS = 100_000_000;

/** The size a picture claims in its header; its pixels are never decoded here. */
export async function inspectImage(bytes: Buffer): Promise<Inspection> {
  try {
    // The limit is ours, told in words; sharp's own would only throw.
    const {
      width = 0,
      height = 0,
      pages = 1,
    } = await sharp(bytes, {
      limitInputPixels: false,
    }).metadata();
    const isBomb = width * height * pages > IMAGE_PIXELS;
    const size = `${width} × ${height}${pages > 1 ? ` × ${pages}` : ''}`;
    return { kind: 'image', findings: isBomb ? [skip('image-too-large', size)] : [] };
  } catch (error) {
    return { kind: 'image', findings: [skip('damaged-file', (error as Error).message)] };
  }
}

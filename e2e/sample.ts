import { randomInt } from 'node:crypto';

/**
 * What a run of a journey writes is its own: the same journey can run again, and on two screens, on
 * one database.
 */
export const serial = (): string => String(randomInt(10_000, 100_000));

/** A word of three characters that no demo text holds, so that a search for it finds one thing. */
export function rareWord(): string {
  const characters = '鼯狍獐鹮鸨鸬鹚鹈鹕鲮鳜鳙鲩蝾螈蜣螂蚱蜢榉栲栎楝桤槲榔栓蕨蓼苎芨荩茼菪蒺藜薷';
  const one = () => characters[randomInt(characters.length)];
  return `${one()}${one()}${one()}`;
}

/** Every visitor comes from an address of their own, as behind the proxy of a real portal. */
export const visitorAddress = (): string => `198.51.${randomInt(1, 255)}.${randomInt(1, 255)}`;

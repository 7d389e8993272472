import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { decodeEntities, xmlEvents } from '../release-check/xml-events';
import { warning, type Warning } from './findings';

/** Scripts, handlers and embedded programs in a text: none is ever taken over, and it is said. */
export const activeContent = (root: Tree.ParentNode): Warning[] => told(countActive(root));

/**
 * The same of a text that anybody may have sent: told by its tags alone, for a tree of elements that are nested a hundred
 * thousand deep takes minutes, in which nobody else is answered.
 */
export function activeMarkup(markup: string): Warning[] {
  let count = 0;
  for (const event of xmlEvents(markup)) {
    if (event.type !== 'open') continue;
    const attributes = decodeEntities(event.attributes);
    const isActive =
      ACTIVE.has(event.name.toLowerCase()) || HANDLER.test(attributes) || PROGRAM.test(attributes);
    if (isActive) count += 1;
  }
  return told(count);
}

const told = (count: number): Warning[] =>
  count > 0 ? [warning('scripts-removed', `${count} 处 places`)] : [];

const HANDLER = /(?:^|[\s"'/])on[a-z]+\s*=/iu;
const PROGRAM =
  /(?:^|[\s"'/])(?:xlink:)?(?:href|src|action|formaction)\s*=["'\s\p{Cc}]*(?:javascript|vbscript):/iu;

function countActive(root: Tree.ParentNode): number {
  let count = 0;
  const waiting: Tree.ParentNode[] = [root];
  // A stack and no recursion: hostile pages nest elements tens of thousands deep.
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      if (isActive(node)) count += 1;
      waiting.push(node);
    }
  }
  return count;
}

const isActive = (node: Tree.Element): boolean =>
  ACTIVE.has(node.tagName) ||
  node.attrs.some(
    ({ name, value }) =>
      /^on[a-z]/u.test(name) ||
      (ADDRESSES.has(name) && /^[\s\p{Cc}]*(?:javascript|vbscript):/iu.test(value)),
  );

const ACTIVE = new Set(['script', 'iframe', 'object', 'embed', 'applet', 'foreignobject']);
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href']);

import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { warning, type Warning } from './findings';

/** Scripts, handlers and embedded programs in a text: none is ever taken over, and it is said. */
export function activeContent(root: Tree.ParentNode): Warning[] {
  const count = countActive(root);
  return count > 0 ? [warning('scripts-removed', `${count} 处 places`)] : [];
}

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

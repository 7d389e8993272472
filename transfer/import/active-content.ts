import {
  foreignContent,
  Tokenizer,
  TokenizerMode,
  type DefaultTreeAdapterTypes as Tree,
  type Token,
} from 'parse5';
import { xmlEvents } from '../release-check/xml-events';
import { warning, type Warning } from './findings';

/** Scripts, handlers and embedded programs in a text: none is ever taken over, and it is said. */
export const activeContent = (root: Tree.ParentNode): Warning[] => told(countActive(root));

/**
 * The same of a page that anybody may have sent: told by its tags alone, for a tree of elements that are nested a hundred
 * thousand deep takes minutes, in which nobody else is answered.
 */
export const activePage = (html: string): Warning[] => told(countActiveTags(html));

/** The same of a picture in SVG, which is XML: its comments, instructions and CDATA end elsewhere than those of a page. */
export function activePicture(svg: string): Warning[] {
  let count = 0;
  for (const event of xmlEvents(svg)) {
    if (event.type !== 'open') continue;
    if (ACTIVE.has(event.name.toLowerCase())) count += 1;
    else if (MAY_BE_ACTIVE.test(event.attributes)) {
      count += countActiveTags(svg.slice(event.from, event.to));
    }
  }
  return told(count);
}

const told = (count: number): Warning[] =>
  count > 0 ? [warning('scripts-removed', `${count} 处 places`)] : [];

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

const isActive = ({ tagName, attrs }: Tree.Element): boolean =>
  ACTIVE.has(localOf(tagName)) ||
  attrs.some(({ name, value }) => isHandler(name) || isProgram(name, value));

const isHandler = (name: string): boolean => /^on[a-z]/u.test(name);

/** Browsers pass over line ends and tabs anywhere in an address, and over blanks before it. */
const isProgram = (name: string, value: string): boolean =>
  ADDRESSES.has(localOf(name)) &&
  /^(?:javascript|vbscript):/iu.test(value.replace(/[\s\p{Cc}]+/gu, ''));

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

const ACTIVE = new Set(['script', 'iframe', 'object', 'embed', 'applet', 'foreignobject']);
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction']);
const MAY_BE_ACTIVE = /on|href|src|action/iu;

/** What stands in these is text, up to their end tag, and no tags. */
const TEXT_IN = new Map<string, Tokenizer['state']>([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

/** How many tags of a page are active, as a browser reads it, in a time that grows with its length alone. */
function countActiveTags(html: string): number {
  let count = 0;
  let foreign = 0;
  const nothing = (): void => undefined;
  const tags: Tags = new Tags(
    {},
    {
      onStartTag(tag) {
        if (ACTIVE.has(localOf(tag.tagName)) || tags.isActive) count += 1;
        tags.isActive = false;
        if (foreignContent.causesExit(tag)) foreign = 0;
        if (isForeign(tag) && !tag.selfClosing) foreign += 1;
        tags.inForeignNode = foreign > 0;
        if (foreign === 0) tags.state = TEXT_IN.get(tag.tagName) ?? tags.state;
      },
      onEndTag(tag) {
        tags.isActive = false;
        if (isForeign(tag) && foreign > 0) foreign -= 1;
        tags.inForeignNode = foreign > 0;
      },
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tags.write(html, true);
  return count;
}

/** In drawings and formulas titles and styles hold tags, and there is CDATA. */
const isForeign = ({ tagName }: Token.TagToken): boolean => tagName === 'svg' || tagName === 'math';

const LESS_THAN = 0x3c;
const END = -1;
const ENOUGH = 'javascript:'.length;

/**
 * Looks at each attribute as it ends and keeps none, as it keeps no text: whether one is there twice would be found out in a
 * time that grows with the square of their number.
 */
class Tags extends Tokenizer {
  /** Whether an attribute of the tag at hand is. */
  isActive = false;

  protected override _createAttr(first: string): void {
    this.currentAttr = new Beginning(first);
  }

  protected override _leaveAttrName(): void {
    if (isHandler(this.currentAttr.name)) this.isActive = true;
  }

  protected override _leaveAttrValue(): void {
    if (isProgram(this.currentAttr.name, this.currentAttr.value)) this.isActive = true;
  }

  protected override _appendCharToCurrentCharacterToken(): void {}

  protected override _stateData(codePoint: number): void {
    if (codePoint === LESS_THAN || codePoint === END) super._stateData(codePoint);
    else this.#passTo('<');
  }

  protected override _stateAttributeValueDoubleQuoted(codePoint: number): void {
    const { state } = this;
    super._stateAttributeValueDoubleQuoted(codePoint);
    if (this.state === state && this.active && this.#isTold()) this.#passTo('"');
  }

  protected override _stateAttributeValueSingleQuoted(codePoint: number): void {
    const { state } = this;
    super._stateAttributeValueSingleQuoted(codePoint);
    if (this.state === state && this.active && this.#isTold()) this.#passTo("'");
  }

  #isTold(): boolean {
    return this.currentAttr.value.length >= ENOUGH;
  }

  /** On to just before this character: those between tell nothing, and reading each takes ten times as long. */
  #passTo(character: string): void {
    const { html, pos } = this.preprocessor;
    const at = html.indexOf(character, pos + 1);
    this.preprocessor.pos = (at < 0 ? html.length : at) - 1;
  }
}

/** An attribute with as much of its value as tells a program: a picture within a page may be of many megabytes. */
class Beginning implements Token.Attribute {
  #value = '';

  constructor(public name: string) {}

  get value(): string {
    return this.#value;
  }

  /** It comes character by character. */
  set value(longer: string) {
    const isEnough = this.#value.length >= ENOUGH;
    if (!isEnough && !/[\s\p{Cc}]$/u.test(longer)) this.#value = longer;
  }
}

import { decodeEntities } from './xml-events';

/** What draws a picture or a shape, in DrawingML and in VML. */
const DRAWN: ReadonlySet<string> = new Set(['docPr', 'cNvPr', 'shape', 'rect', 'imagedata']);

/** What such an element says about itself. */
const SAID = /\s(?:[\w-]+:)?(name|descr|title|alt)\s*=\s*("[^"]*"|'[^']*')/gu;

/** Windows, a share, an address of a file, and where people's folders lie elsewhere. */
const PATH = /^\s*(?:[a-z]:[\\/]|\\\\|file:|\/(?:users|home|private|root|tmp|var)\/)/iu;

const isPath = (quoted: string): boolean => PATH.test(decodeEntities(quoted.slice(1, -1)));

/** Whether a drawn thing tells from where it was taken, and with it whose machine that was. */
export const tellsPath = (element: string, attributes: string): boolean =>
  DRAWN.has(element) && [...attributes.matchAll(SAID)].some(([, , value = '']) => isPath(value));

/** The tag without that. What describes a picture in words stays: it is read aloud. */
export const withoutPath = (tag: string, element: string): string =>
  DRAWN.has(element)
    ? tag.replace(SAID, (whole, name: string, value: string) =>
        // A name must be there, and may be empty.
        isPath(value) ? (name === 'name' ? ' name=""' : '') : whole,
      )
    : tag;

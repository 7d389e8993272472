/** One caption: seconds from the start, and its words without the marks of voices and styles. */
export type Cue = { start: number; end: number; text: string };

export type VttProblem = { code: 'not-vtt' | 'no-cues' | 'bad-time' | 'backwards'; line: number };

/** A caption file beyond it is none: a film of three hours has some two thousand lines. */
export const MOST_CUES = 10_000;

/**
 * Reads captions as WebVTT has them (https://www.w3.org/TR/webvtt1/): the word WEBVTT, then blocks
 * parted by blank lines; notes, styles and regions are passed over.
 *
 * @returns the cues, or the first thing that a player would stumble on, with its line from 1
 */
export function readVtt(text: string): { cues: Cue[] } | { problem: VttProblem } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? ''))
    return { problem: { code: 'not-vtt', line: 1 } };
  const cues: Cue[] = [];
  for (let at = 1; at < lines.length && cues.length < MOST_CUES; at += 1) {
    const line = lines[at] ?? '';
    if (!line.includes('-->')) continue;
    const [start, end] = line.split('-->').map((part) => secondsOf(part.trim().split(/\s+/)[0]));
    if (start === undefined || end === undefined) {
      return { problem: { code: 'bad-time', line: at + 1 } };
    }
    if (end <= start) return { problem: { code: 'backwards', line: at + 1 } };
    const words: string[] = [];
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '') {
      at += 1;
      words.push((lines[at] ?? '').replace(/<[^<>]*>/g, '').trim());
    }
    const spoken = words.join('\n').trim();
    if (spoken !== '') cues.push({ start, end, text: spoken });
  }
  return cues.length > 0 ? { cues } : { problem: { code: 'no-cues', line: 1 } };
}

/** `01:02:03.400` or `02:03.400`. */
function secondsOf(stamp: string | undefined): number | undefined {
  const match = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(stamp ?? '');
  if (!match) return undefined;
  const [, hours = '0', minutes, seconds, thousandths] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}

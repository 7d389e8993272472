import type { CollectionBeforeChangeHook } from 'payload';
import { parseAnswers, type Answers } from '@/domain/website-reports/answers';
import { handChangesOf, type Said } from '@/domain/website-reports/kept';
import type { User, WebsiteReport } from '@/payload-types';

declare module 'payload' {
  interface RequestContext {
    /** Said by compile.ts alone: what was counted is written by nobody else. */
    isWebsiteCompiled?: boolean;
  }
}

/**
 * Keeps what the platform counted beside what a person entered: a field that differs is kept with both
 * values, who changed it, when, and why. Of what is sent, only the field and the why are taken.
 */
export const keepValues: CollectionBeforeChangeHook<WebsiteReport> = ({
  context,
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  // On create, Payload gives the report of which this one is a copy, if it is one.
  const originalDoc = operation === 'create' ? undefined : given;
  const compiled = (context.isWebsiteCompiled ? data.compiled : originalDoc?.compiled) ?? null;
  // A batch is signed by three; the change is its editor's.
  const user = (context.signOff?.editor ?? req.user) as User | null | undefined;
  const said: Said = {
    by: user?.id ?? null,
    byName: user?.name ?? null,
    at: new Date().toISOString(),
  };
  const answers = parseAnswers(data.answers ?? originalDoc?.answers);
  // What the form does not have is refused by the check, which comes next.
  const handChanges = answers.ok
    ? handChangesOf(answers.value, compiledIn(compiled) ?? {}, {
        known: originalDoc?.handChanges,
        given: data.handChanges,
        said,
      })
    : (originalDoc?.handChanges ?? null);
  return { ...data, compiled, handChanges } as typeof data;
};

/** What a report keeps of what was counted; null where it never was. */
export function compiledIn(stored: unknown): Partial<Answers> | null {
  const kept = (stored as { answers?: unknown } | null)?.answers;
  if (typeof kept !== 'object' || kept === null) return null;
  const parsed = parseAnswers(kept);
  return parsed.ok ? parsed.value : null;
}

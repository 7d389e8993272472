import { RebuildInProgressError, SearchBusyError, SearchIndexDamagedError } from '../engine';
import type { ErrorNote } from './messages';

const CLASSES = { RebuildInProgressError, SearchBusyError, SearchIndexDamagedError };

export function noteOf(error: unknown): ErrorNote {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack };
}

/** The error again, of its own class where callers ask for the class, with the stack of where it arose. */
export function errorOf({ name, message, stack }: ErrorNote): Error {
  const Class = Object.hasOwn(CLASSES, name) ? CLASSES[name as keyof typeof CLASSES] : Error;
  const error = new Class(message);
  error.name = name;
  if (stack) error.stack = stack;
  return error;
}

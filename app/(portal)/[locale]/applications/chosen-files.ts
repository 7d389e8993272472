/**
 * The files that somebody chose in the field `files` of a form. A browser sends an empty file without a
 * name where none was chosen; the reader of server actions makes of it one that is named “undefined”. An
 * empty file that has a name was chosen, and is refused in words further on.
 */
export const chosenFiles = (form: FormData): File[] =>
  form
    .getAll('files')
    .filter((file) => typeof file !== 'string')
    .filter(({ name, size }) => size > 0 || (name !== '' && name !== 'undefined'));

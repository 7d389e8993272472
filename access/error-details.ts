import type { Config } from 'payload';

type AfterError = NonNullable<NonNullable<Config['hooks']>['afterError']>[number];

/**
 * Which field is wrong, and why, in the answer of the REST interface. Payload adds it to errors of
 * its own classes, but in a built portal knows them by the copy of the classes that the web's part of
 * the bundle holds, while the one instance of Payload may come from another part: then the admin
 * could not show a message at its field.
 */
export const tellErrorDetails: AfterError = ({ error, result }) => {
  const { name, message, status, data, isPublic } = error as Error & {
    status?: number;
    data?: unknown;
    isPublic?: boolean;
  };
  const isTold = isPublic === true || (status !== undefined && status !== 500);
  const hasDetails = Boolean(result?.errors?.some((each) => 'data' in each));
  if (!isTold || !result || hasDetails) return;
  // Where building shortens the name of the class to nothing, Payload also leaves out what it says.
  const isLost = !name && Boolean(message);
  if (!data) return isLost ? { response: { ...result, errors: [{ message }] }, status } : undefined;
  return { response: { ...result, errors: [{ name, message, data: data as never }] }, status };
};

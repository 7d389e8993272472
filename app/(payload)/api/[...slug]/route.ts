import config from '@payload-config';
import '@payloadcms/next/css';
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes';
import { getPayload } from 'payload';
import { askedByPost } from './asked-by-post';
import { inWords } from './plain-words';
import { refusalOf, UNREADABLE } from './refusal';

type Answer = ReturnType<typeof REST_GET>;

/** Payload's own interface, with words where it would fail on an address that makes no sense, or speak English alone. */
const checked =
  (answer: Answer): Answer =>
  async (request, context) => {
    const { slug = [] } = await context.params;
    const payload = await getPayload({ config });
    const asked = request.method === 'POST' ? await askedByPost(request) : request;
    if (!asked) return UNREADABLE();
    return refusalOf(asked, slug, payload) ?? inWords(await answer(request, context));
  };

export const GET = checked(REST_GET(config));
export const POST = checked(REST_POST(config));
export const DELETE = checked(REST_DELETE(config));
export const PATCH = checked(REST_PATCH(config));
export const PUT = checked(REST_PUT(config));
export const OPTIONS = REST_OPTIONS(config);

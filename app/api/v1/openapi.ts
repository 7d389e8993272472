import * as z from 'zod';
import { limitOf } from '@/access/request-limits';
import { agencyReference, attachment, block, reference } from '@/domain/open-data/fields';
import {
  agencyRecord,
  annualReportRecord,
  annualReportSummary,
  columnRecord,
  documentRecord,
  documentSummary,
  interpretationRecord,
  interpretationSummary,
  topicRecord,
  topicSummary,
} from '@/domain/open-data/records';
import { SCHEMA_VERSION } from '@/domain/open-data/datasets';
import { licence } from '@/transfer/export/open-data/edition';
import { siteAddress } from '@/transfer/export/open-data/record-parts';
import { TAGS, type Operation } from './operation';
import { BASE, OPERATIONS } from './operations';
import { problem } from './problems';

type Json = Record<string, unknown>;

/**
 * The interface described as OpenAPI 3.1, out of the very schemas that read its parameters and shape
 * its answers.
 */
export function openapi(siteName: string): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: `${siteName} · 政府信息公开数据接口 Open government information`,
      version: SCHEMA_VERSION,
      summary: 'What the platform has published, for programs. 面向程序的公开内容',
      description:
        `No key is needed. ${limitOf('api')} requests a minute from one address. ` +
        `Errors are problem details in the language of Accept-Language (zh, en).\n\n` +
        `不需要密钥。每个地址每分钟 ${limitOf('api')} 次。出错说明的语言按 Accept-Language。`,
      license: { name: licence(), url: siteAddress('/open-data') },
      contact: { url: siteAddress('/about/contact') },
    },
    servers: [{ url: siteAddress(BASE) }],
    security: [],
    externalDocs: { description: 'To try it. 试用', url: siteAddress('/developers') },
    tags: Object.entries(TAGS).map(([name, { zh, en }]) => ({ name, description: `${en}. ${zh}` })),
    paths: Object.fromEntries(
      OPERATIONS.map((operation) => [operation.path, { get: describe(operation) }]),
    ),
    components: { schemas: componentSchemas(), headers: HEADERS, responses: RESPONSES },
  };
}

/** Shapes with a name of their own; the others stand where they are used. */
const NAMED: Record<string, z.ZodType> = {
  AgencyReference: agencyReference,
  Reference: reference,
  Attachment: attachment,
  Block: block,
  DocumentSummary: documentSummary,
  Document: documentRecord,
  InterpretationSummary: interpretationSummary,
  Interpretation: interpretationRecord,
  TopicSummary: topicSummary,
  Topic: topicRecord,
  Agency: agencyRecord,
  Column: columnRecord,
  AnnualReportSummary: annualReportSummary,
  AnnualReport: annualReportRecord,
  Problem: problem,
};

const answerName = ({ id }: Operation): string => `${id[0]?.toUpperCase()}${id.slice(1)}Answer`;

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  for (const operation of OPERATIONS) {
    if (!registry.has(operation.answer))
      registry.add(operation.answer, { id: answerName(operation) });
  }
  const { schemas } = z.toJSONSchema(registry, { uri: refOf });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _draft, $id: _id, ...schema }]) => [id, schema]),
  );
}

const refOf = (id: string): string => `#/components/schemas/${id}`;

function describe(operation: Operation): Json {
  const named = Object.entries(NAMED).find(([, schema]) => schema === operation.answer);
  const hasPath = Object.keys(operation.inPath.shape).length > 0;
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary.en,
    description: [
      operation.summary.zh,
      operation.limit &&
        `${limitOf(operation.limit)} requests a minute. 每分钟 ${limitOf(operation.limit)} 次`,
    ]
      .filter(Boolean)
      .join('. '),
    parameters: [
      ...parametersOf(operation.inPath, 'path'),
      ...parametersOf(operation.query, 'query'),
      ...CONDITIONAL,
    ],
    responses: {
      200: {
        description: 'The answer. 结果',
        headers: {
          ...LIMIT_HEADERS,
          ETag: { $ref: '#/components/headers/ETag' },
          ...(hasPath && { 'Last-Modified': { $ref: '#/components/headers/Last-Modified' } }),
          ...('page' in operation.query.shape && { Link: { $ref: '#/components/headers/Link' } }),
        },
        content: {
          'application/json': { schema: { $ref: refOf(named?.[0] ?? answerName(operation)) } },
        },
      },
      304: { description: 'Not changed since. 没有变化' },
      400: { $ref: '#/components/responses/BadRequest' },
      ...(hasPath && { 404: { $ref: '#/components/responses/NotFound' } }),
      429: { $ref: '#/components/responses/TooManyRequests' },
      500: { $ref: '#/components/responses/Failed' },
      503: { $ref: '#/components/responses/Busy' },
    },
  };
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const {
      $schema: _draft,
      description,
      ...shape
    } = z.toJSONSchema(field as z.ZodType, {
      io: 'output',
    });
    const isRequired = place === 'path' || !(field as z.ZodType).safeParse(undefined).success;
    return {
      name,
      in: place,
      required: isRequired,
      ...(description && { description }),
      schema: shape,
      ...(shape.type === 'array' && { style: 'form', explode: true }),
    };
  });
}

const CONDITIONAL = [
  {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The ETag of an earlier answer. 上次得到的 ETag',
    schema: { type: 'string' },
  },
];

const text = (description: string): Json => ({ description, schema: { type: 'string' } });

const HEADERS: Json = {
  ETag: text('Of exactly these bytes. 内容标识'),
  'Last-Modified': text('When the record last changed. 最后更新时间'),
  Link: text('Neighbouring pages: first, prev, next, last (RFC 8288). 前后页的地址'),
  RateLimit: text('Requests left, and seconds until all are free again. 剩余次数'),
  'RateLimit-Policy': text('Requests in how many seconds. 次数限制'),
  'Retry-After': { description: 'Seconds to wait. 需要等待的秒数', schema: { type: 'integer' } },
};

const LIMIT_HEADERS: Json = {
  RateLimit: { $ref: '#/components/headers/RateLimit' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
};

const failure = (description: string, headers: Json = LIMIT_HEADERS): Json => ({
  description,
  headers,
  content: { 'application/problem+json': { schema: { $ref: refOf('Problem') } } },
});

const RESPONSES: Json = {
  BadRequest: failure('A parameter is wrong; the answer names it. 参数不对'),
  NotFound: failure('There is no such record, or it is not public. 没有找到'),
  TooManyRequests: failure('Too many requests. 请求太频繁', {
    ...LIMIT_HEADERS,
    'Retry-After': { $ref: '#/components/headers/Retry-After' },
  }),
  Failed: failure('The server failed. 服务器出错'),
  Busy: failure('Too many search at once. 服务繁忙', {
    ...LIMIT_HEADERS,
    'Retry-After': { $ref: '#/components/headers/Retry-After' },
  }),
};

import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload';
import { refuseMisshapen } from './refuse-misshapen';
import { refuseQuestion } from './refuse-question';

/** The most that somebody without an account gets from one request to the interfaces. */
const MOST = { limit: 100, depth: 2 } as const;

type Joins = Record<string, { limit?: number } | false> | false;

type ReadArgs = {
  limit?: number;
  depth?: number;
  pagination?: boolean;
  draft?: boolean;
  joins?: Joins;
};

/**
 * Without it, one stranger’s `?limit=0&depth=10` reads every text with all that hangs on it. What is not
 * published is nobody's without an account, so that `draft=true` asks for nothing more.
 */
export const limitPublicReads: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isPublicRequest = req.payloadAPI !== 'local' && !req.user;
  if (operation !== 'read' || !isPublicRequest) return args;
  const { limit, depth, joins } = args as ReadArgs;
  const isWithin = limit === undefined || (limit > 0 && limit <= MOST.limit);
  return {
    ...args,
    ...(!isWithin && { limit: MOST.limit }),
    depth: Math.min(depth ?? MOST.depth, MOST.depth),
    pagination: true,
    draft: false,
    ...(joins && { joins: bounded(joins) }),
  };
};

/** What hangs on a record is as many rows as a page at most. */
const bounded = (joins: Exclude<Joins, false>): Joins =>
  Object.fromEntries(
    Object.entries(joins).map(([name, join]) => {
      if (!join || join.limit === undefined) return [name, join];
      const isWithin = join.limit > 0 && join.limit <= MOST.limit;
      return [name, isWithin ? join : { ...join, limit: MOST.limit }];
    }),
  );

/** The collection with what every one of them asks of a request, before its own hooks. */
export const withPublicLimits = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [
      limitPublicReads,
      refuseQuestion,
      refuseMisshapen,
      ...(config.hooks?.beforeOperation ?? []),
    ],
  },
});

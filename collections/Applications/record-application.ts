import type { CollectionBeforeChangeHook } from 'payload';

export const recordApplication: CollectionBeforeChangeHook = ({ data }) => data;

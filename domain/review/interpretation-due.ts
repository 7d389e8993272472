import type { AgencyKind, Kind } from '../catalogue/codes';

/**
 * 应解读尽解读, 谁起草谁解读: what binds the public, or says for years what will be done, is explained by
 * the body that wrote it.
 */
export const EXPLAINED_KINDS: readonly Kind[] = ['normative', 'plan'];

export type Explained = {
  kind?: Kind | null;
  /** Of the issuing agency; null where the document names no agency held here. */
  agencyKind?: AgencyKind | null;
  /** Taken over from another site: its author explains it there. */
  isImported?: boolean | null;
  /** Why it needs no interpretation, when a reason stands. */
  waiver?: string | null;
  /** Interpretations that name it, drafts included. */
  interpretations: number;
};

/** Whether the document should have an interpretation, has none, and no reason stands why not. */
export function lacksInterpretation(document: Explained): boolean {
  const { kind, agencyKind, isImported, waiver, interpretations } = document;
  const isOurs = !isImported && agencyKind && agencyKind !== 'external';
  return Boolean(
    isOurs && kind && EXPLAINED_KINDS.includes(kind) && !waiver?.trim() && interpretations === 0,
  );
}

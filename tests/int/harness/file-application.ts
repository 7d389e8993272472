import type { Payload } from 'payload';
import { draftHash, newDraftKey, writeDraft } from '../../../collections/ApplicationDrafts/drafts';
import {
  receiveApplication,
  type Filing,
  type Receipt,
} from '../../../collections/Applications/receive-application';
import { registerReceived } from '../../../collections/Applications/register-received';
import type { ApplicationInput } from '../../../domain/applications/parse';

/** A draft of somebody, of which nothing was sent. */
export async function beginDraft(payload: Payload): Promise<string> {
  const draftKey = newDraftKey();
  await writeDraft(payload, draftKey, { answers: { name: '张某' } });
  return draftKey;
}

/** What the form's button does, and what the portal does a moment after: the case is there by then. */
export async function fileApplication(
  payload: Payload,
  input: ApplicationInput,
  filing: Partial<Filing> = {},
): Promise<Receipt> {
  const draftKey = filing.draftKey ?? (await beginDraft(payload));
  const receipt = await receiveApplication(payload, input, { ...filing, draftKey });
  await registerReceived(payload, draftHash(draftKey), receipt.queryCode);
  return receipt;
}

'use client';

import type {} from 'altcha/types/react';
import { useEffect, useRef, useState } from 'react';
import styles from './form.module.css';

type Props = {
  /** Where the challenge is fetched. */
  address: string;
  words: {
    label: string;
    about: string;
    verifying: string;
    verified: string;
    failed: string;
    expired: string;
    unable: string;
    sending: string;
  };
};

/** The longest that sending waits for the sum. Then it is sent without. */
const PATIENCE = 20_000;

/** What altcha needs; without a secure address there is no `crypto.subtle`. */
const isAble = (): boolean =>
  Boolean(window.customElements && window.Worker && window.crypto?.subtle && window.BigInt);

const loaded = async (): Promise<unknown> => {
  if (!isAble()) throw new Error('This browser lacks what the challenge needs');
  return import('altcha');
};

/**
 * The proof of work: begins by itself when the page is there, and needs neither eyes nor hands. Its
 * script is loaded on this page alone. Where it can't run the form is sent without, and says so.
 */
export function Challenge({ address, words }: Props) {
  const here = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'none' | 'ready' | 'unable'>('none');

  useEffect(() => {
    let isGone = false;
    loaded().then(
      () => {
        if (isGone) return;
        globalThis.$altcha.i18n.set('own', {
          ...globalThis.$altcha.i18n.get('en'),
          label: words.label,
          verify: words.label,
          verifying: words.verifying,
          verified: words.verified,
          error: words.failed,
          expired: words.expired,
          verificationRequired: words.verifying,
          waitAlert: words.verifying,
          loading: words.verifying,
        });
        setState('ready');
      },
      () => setState('unable'),
    );
    return () => {
      isGone = true;
    };
  }, [words]);

  useEffect(() => {
    const form = here.current?.closest('form');
    if (!form) return;
    let isSent = false;
    const isDone = () => Boolean(new FormData(form).get('altcha'));
    const submit = (event: Event) => {
      // The second of two clicks.
      if (isSent) {
        event.preventDefault();
        return;
      }
      isSent = true;
      const button = form.querySelector('button');
      if (button) {
        button.setAttribute('aria-disabled', 'true');
        button.textContent = words.sending;
      }
      if (state !== 'ready' || isDone()) return;
      event.preventDefault();
      const until = Date.now() + PATIENCE;
      const look = window.setInterval(() => {
        if (!isDone() && Date.now() < until) return;
        window.clearInterval(look);
        form.submit();
      }, 100);
    };
    form.addEventListener('submit', submit);
    return () => form.removeEventListener('submit', submit);
  }, [state, words]);

  return (
    <div ref={here} className={styles.challenge}>
      {state === 'ready' && (
        <>
          <p className={styles.note}>{words.about}</p>
          <altcha-widget
            challenge={address}
            auto="onload"
            language="own"
            name="altcha"
            configuration={JSON.stringify({
              hideFooter: true,
              hideLogo: true,
              humanInteractionSignature: false,
            })}
          />
        </>
      )}
      {state === 'unable' && <p role="status">{words.unable}</p>}
    </div>
  );
}

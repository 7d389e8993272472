'use client';

import { useState } from 'react';
import { useHydrated } from '@/components/use-hydrated';

type CopyLinkProps = { className?: string; label: string; done: string; failed: string };

/** Copies the address of this page; says whether it worked, also to a screen reader. */
export function CopyLink({ className, label, done, failed }: CopyLinkProps) {
  const ready = useHydrated();
  const [said, say] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      say(done);
    } catch {
      // No clipboard (an insecure address, or refused): the reader is told and can use the address bar.
      say(failed);
    }
  };
  return (
    <>
      <button type="button" className={className} style={shown(ready)} onClick={copy}>
        {label}
      </button>
      <span role="status" style={{ marginLeft: said ? '0.5em' : 0 }}>
        {said}
      </span>
    </>
  );
}

export function PrintButton({ className, label }: { className?: string; label: string }) {
  const ready = useHydrated();
  return (
    <button type="button" className={className} style={shown(ready)} onClick={() => window.print()}>
      {label}
    </button>
  );
}

/** The place is kept from the start, so that nothing moves when script arrives. */
const shown = (ready: boolean) => (ready ? undefined : ({ visibility: 'hidden' } as const));

'use client';

import { useEffect } from 'react';
import { forgetTab } from './in-this-tab';

/** On a page that is reached only when everything was saved, sent or cleared: this tab forgets. */
export function ForgetTab() {
  useEffect(() => forgetTab(), []);
  return null;
}

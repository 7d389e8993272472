'use client';

import { useRef } from 'react';
import { formatDate } from '@/components/DateText/format-date';
import desk from '@/messages/zh-CN/desk.json';
import { dayOf } from '@/domain/workdays/days';
import styles from './CasePanel.module.css';
import { put } from './panel-words';

export type Slip = {
  number: string;
  /** The full address of the page on which number and code are entered. */
  page: string;
};

type Props = { slip: Slip; code: string; said: { title: string; print: string } };

/** What whoever stands at the counter takes along: shown as it is printed, in the official language. */
export function CodeSlip({ slip, code, said }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <>
      <iframe
        ref={frame}
        title={said.title}
        srcDoc={sheetOf(slip, code)}
        className={styles.slip}
        // Nothing in it runs; the page around it prints it.
        sandbox="allow-same-origin allow-modals"
      />
      <p className={styles.links}>
        <button
          type="button"
          className={styles.secondary}
          onClick={() => frame.current?.contentWindow?.print()}
        >
          {said.print}
        </button>
      </p>
    </>
  );
}

function sheetOf({ number, page }: Slip, code: string): string {
  const { slip } = desk.queryCode;
  const [title, where, keep, made] = [
    slip.title,
    put(slip.where, { page }),
    slip.keep,
    put(slip.made, { day: formatDate(dayOf(new Date()), 'zh-CN') }),
  ].map(inHtml);
  const row = (term: string, value: string) => `<dt>${inHtml(term)}</dt><dd>${inHtml(value)}</dd>`;
  return `<!doctype html><html lang="zh-CN"><title>${title}</title><style>
body{margin:0;padding:16px 20px;background:#fff;color:#111;font:15px/1.6 'Songti SC','Noto Serif CJK SC',SimSun,serif}
h1{margin:0 0 8px;font-size:20px}dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:0 0 8px}
dd{margin:0;font:600 20px/1.5 monospace;letter-spacing:.06em}p{margin:0 0 4px;overflow-wrap:anywhere}
</style><main><h1>${title}</h1><dl>${row(slip.number, number)}${row(slip.code, code)}</dl><p>${where}</p><p>${keep}</p><p>${made}</p></main></html>`;
}

const inHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

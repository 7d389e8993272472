'use client';

import { createClientFeature } from '@payloadcms/richtext-lexical/client';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { $generateNodesFromDOM } from '@payloadcms/richtext-lexical/lexical/html';
import {
  $getSelection,
  $insertNodes,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
} from '@payloadcms/richtext-lexical/lexical';
import { toast, useTranslation } from '@payloadcms/ui';
import { useEffect } from 'react';
import en from '@/messages/en/editor.json';
import zh from '@/messages/zh-CN/editor.json';
import { cleanHtml, MOST_ROWS, type Left } from './clean-html';

/** Takes what is pasted as HTML, cleans it and says what was left out. */
function CleanPaste(): null {
  const [editor] = useLexicalComposerContext();
  const { i18n } = useTranslation();
  const words = i18n.language === 'en' ? en : zh;
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = 'clipboardData' in event ? event.clipboardData : null;
          // What was copied from this editor comes with its own nodes, which are clean already.
          if (!data || data.types.includes('application/x-lexical-editor')) return false;
          const pasted = data.getData('text/html');
          if (!pasted || !$getSelection()) return false;
          const { html, left } = cleanHtml(pasted);
          tell(left, words);
          // Nothing but a picture was copied: there are no words to take.
          if (html === '') return left.images > 0;
          event.preventDefault();
          const page = new DOMParser().parseFromString(html, 'text/html');
          $insertNodes($generateNodesFromDOM(editor, page));
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, words],
  );
  return null;
}

function tell({ images, rows }: Left, words: typeof zh): void {
  if (images > 0) toast.warning(words.paste.images.replace('{count}', String(images)));
  if (rows > 0) {
    toast.warning(
      words.paste.rows.replace('{count}', String(rows)).replace('{most}', String(MOST_ROWS)),
    );
  }
}

export const CleanPasteFeatureClient = createClientFeature({
  plugins: [{ Component: CleanPaste, position: 'normal' }],
});

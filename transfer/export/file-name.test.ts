import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition, safeFileName } from './file-name';

describe('safeFileName', () => {
  it('keeps a Chinese title as it is', () => {
    expect(safeFileName('关于印发《办法》的通知', 'docx')).toBe('关于印发《办法》的通知.docx');
  });

  it('leaves nothing that a system would take for something else', () => {
    expect(safeFileName('../../etc/passwd', 'txt')).toBe('etc-passwd.txt');
    expect(safeFileName('a\r\nSet-Cookie: x', 'txt')).toBe('a Set-Cookie- x.txt');
    expect(safeFileName('CON', 'txt')).toBe('document.txt');
    expect(safeFileName('  . ', 'txt')).toBe('document.txt');
    expect(safeFileName('坏\ud800字', 'txt')).toBe('坏\ufffd字.txt');
    expect([...safeFileName('长'.repeat(500), 'docx')]).toHaveLength(105);
  });
});

describe('contentDisposition', () => {
  it('carries a Chinese name in the extended form, and a plain one beside it', () => {
    expect(contentDisposition('通知', 'docx')).toBe(
      `attachment; filename="document.docx"; filename*=UTF-8''%E9%80%9A%E7%9F%A5.docx`,
    );
    expect(contentDisposition("Notice (1)'s", 'txt')).toBe(
      `attachment; filename="document.txt"; filename*=UTF-8''Notice%20%281%29%27s.txt`,
    );
    expect(contentDisposition('Notice', 'txt')).toContain('filename="Notice.txt"');
  });

  it('is one line of plain characters for any title, and gives the name back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (title) => {
        const header = contentDisposition(title, 'docx');
        expect(header).toMatch(
          /^attachment; filename="[\w .()-]+\.docx"; filename\*=UTF-8''[\w%.!~-]+$/,
        );
        expect(decodeURIComponent(header.split("''")[1] as string)).toBe(
          safeFileName(title, 'docx'),
        );
      }),
    );
  });
});

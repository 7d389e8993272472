import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanHtml, MOST_ROWS } from './clean-html';

const clean = (html: string): string => cleanHtml(html).html;

/** As Word puts a paragraph on the clipboard: style sheet, conditional comments, namespaced tags. */
const word = (body: string): string => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:16.0pt; font-family:仿宋_GB2312;} @page WordSection1 {size:595.3pt 841.9pt;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

describe('text pasted from Word', () => {
  it('keeps paragraphs and loses fonts, sizes, colours and empty lines', () => {
    const pasted = word(`
      <p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><span style='font-size:16.0pt;
        font-family:仿宋_GB2312;color:red'>为规范停车秩序，制定本办法。<o:p></o:p></span></p>
      <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
      <p class=MsoNormal>本办法自2026年1月1日起施行。</p>`);
    expect(clean(pasted)).toBe(
      '<p>为规范停车秩序，制定本办法。</p><p>本办法自2026年1月1日起施行。</p>',
    );
  });

  it('keeps headings by their level, whether Word says h1 or only an outline level', () => {
    const pasted = word(`
      <h1><span style='font-family:黑体'>一、总体要求</span></h1>
      <p class=MsoNormal style='mso-outline-level:2'><b>（一）工作目标</b></p>
      <p class=MsoHeading3>1.指标</p>`);
    expect(clean(pasted)).toBe('<h2>一、总体要求</h2><h3>（一）工作目标</h3><h4>1.指标</h4>');
  });

  it('keeps the numbers that Word counted, as the words they look like', () => {
    const pasted = word(`
      <p class=MsoListParagraph style='text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
        lang=EN-US style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>加强领导</p>`);
    expect(clean(pasted)).toBe('<p>一、 加强领导</p>');
  });

  it('keeps bold, also where it is only a style, and takes a weight of normal for none', () => {
    const pasted = word(
      "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>第一条</b>　总则。<span style='font-weight:bold'>注意</span></p>",
    );
    expect(clean(pasted)).toBe('<p><strong>第一条</strong>　总则。<strong>注意</strong></p>');
    expect(clean("<b style='font-weight:normal'><p>正文</p></b>")).toBe('<p>正文</p>');
  });

  it('keeps what is centred or set to the right', () => {
    const pasted = word(
      "<p class=MsoNormal align=center style='text-align:center'>附件</p><p style='text-align:right'>2026年3月1日</p>",
    );
    expect(clean(pasted)).toBe(
      '<p style="text-align: center">附件</p><p style="text-align: right">2026年3月1日</p>',
    );
  });

  it('keeps tables with their merged cells, and the lines of a cell', () => {
    const pasted =
      word(`<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'>
      <tr style='mso-yfti-irow:0'><td width=189 colspan=2 valign=top style='width:141.6pt'><p class=MsoNormal><b>项目<o:p></o:p></b></p></td></tr>
      <tr><td rowspan=1><p class=MsoNormal>甲</p><p class=MsoNormal>乙</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>`);
    expect(clean(pasted)).toBe(
      '<table><tbody><tr><td colspan="2"><strong>项目</strong></td></tr><tr><td>甲<br>乙</td><td></td></tr></tbody></table>',
    );
  });

  it('takes the words that were inserted and leaves those that were deleted and the comments', () => {
    const pasted = word(
      `<p class=MsoNormal><ins cite="mailto:x">新增</ins><del>删去</del>正文<span class=MsoCommentReference><a href="#_msocom_1">[a1]</a></span></p>
       <div style='mso-element:comment-list'><div style='mso-element:comment'><p>这里再想想</p></div></div>`,
    );
    expect(clean(pasted)).toBe('<p>新增正文</p>');
  });
});

describe('text pasted from WPS or a page', () => {
  it('keeps lists, one inside another as items after it', () => {
    expect(clean('<ol><li><p>甲</p><ul><li>乙</li></ul></li><li>丙</li></ol>')).toBe(
      '<ol><li>甲</li><li>乙</li><li>丙</li></ol>',
    );
  });

  it('keeps web links and no other kind', () => {
    expect(
      clean(
        '<p><a href="https://example.test/a?b=1&c=2">链接</a><a href="javascript:alert(1)">点我</a></p>',
      ),
    ).toBe('<p><a href="https://example.test/a?b=1&amp;c=2">链接</a>点我</p>');
  });

  it('loses scripts, forms, hidden words and frames with all they hold', () => {
    expect(
      clean(
        '<div><script>alert(1)</script><p onclick="x()">正文</p><span style="display:none">暗</span><iframe src="x"></iframe></div>',
      ),
    ).toBe('<p>正文</p>');
  });

  it('parts loose words and lines of a page into paragraphs', () => {
    expect(clean('标题<div>甲</div><div><div>乙</div>丙</div>')).toBe(
      '<p>标题</p><p>甲</p><p>乙</p><p>丙</p>',
    );
  });

  it('counts the pictures that it leaves out', () => {
    const { html, left } = cleanHtml(
      '<p>图<img src="file:///C:/a.png"><img src="data:image/png;base64,AA"></p>',
    );
    expect([html, left.images]).toEqual(['<p>图</p>', 2]);
  });

  it('cuts a table off where a page can’t show more, and says how much', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `<tr><td>${i}</td></tr>`).join('');
    const { html, left } = cleanHtml(`<table>${rows}</table>`);
    expect(html.match(/<tr>/g)).toHaveLength(MOST_ROWS);
    expect(left.rows).toBe(5000 - MOST_ROWS);
  });

  it('never fails, and gives only what the editor knows', () => {
    const tags = ['p', 'b', 'div', 'table', 'tr', 'td', 'ul', 'li', 'h1', 'span', 'script', 'o:p'];
    const markup = fc.array(
      fc.oneof(
        fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(markup, (parts) => {
        const found = [...clean(parts.join('')).matchAll(/<\/?([a-z0-9:]+)/g)].map(
          ([, tag]) => tag,
        );
        const known = 'p h2 h3 h4 ul ol li table tbody tr td th strong em a br'.split(' ');
        expect(found.filter((tag) => !known.includes(tag!))).toEqual([]);
      }),
    );
  });
});

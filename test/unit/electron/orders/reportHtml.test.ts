import { expect, it } from 'vitest';
import { reportHtml } from '../../../../electron/orders/export/reportHtml.ts';

it('writes every text as text, never as markup', () => {
  const nasty = `<img src=x onerror="alert(1)"> & 'co'`;
  const html = reportHtml({ title: nasty, remarks: [nasty], head: [nasty], rows: [[nasty, 'plain']] });
  expect(html).not.toContain('<img');
  expect(html).not.toContain('onerror="');
  expect(html.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt; &amp; &#39;co&#39;/g)).toHaveLength(5);
  expect(html).toContain('<td>plain</td>');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guidePage } from '../../../build/guide.ts';
import { guideFile } from '../../../electron/app/guide.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guide/README.md'), 'utf8');

test('the shipped guide holds every heading and no trace of Markdown', () => {
  const page = guidePage(guide);
  const headings = [...guide.matchAll(/^## (.*)$/gm)].map(([, title]) => title ?? '');
  expect(headings.length).toBeGreaterThan(8);
  for (const title of headings) expect(page).toContain(`<h2>${title}</h2>`);
  expect(page).not.toMatch(/\*\*|\]\(|^\||^- |^#|`|pictures show|&lt;!--/m);
});

test('lists, bold words and signs of HTML', () => {
  expect(guidePage('# A\n\n- one\n  more\n- **two**\n\nx < y & `z`')).toContain(
    '<h1>A</h1>\n<ul><li>one more</li><li><b>two</b></li></ul>\n<p>x &lt; y &amp; <code>z</code></p>',
  );
});

test('in a package it is looked for beside the archive', () => {
  expect(guideFile('/opt/Postroom/resources/app.asar')).toBe(
    join('/opt/Postroom/resources/app.asar.unpacked/out/guide/guide.html'),
  );
});

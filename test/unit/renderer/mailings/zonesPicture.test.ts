import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ZonesPicture } from '../../../../renderer/mailings/ZonesPicture.tsx';
import { defaultProfile } from '../../../../shared/mailings/letterProfiles.ts';

const found = [{ x: 240, y: 12, width: 40, height: 8 }];
const drawn = (width: number, height: number): string =>
  renderToStaticMarkup(
    createElement(ZonesPicture, { profile: defaultProfile, paper: { width, height }, found }),
  );

test('zones are measured on the page that is shown, in its own millimetres', () => {
  const picture = drawn(216, 279);
  expect(picture).toContain('viewBox="0 0 216 279"');
  expect(picture).toContain('zone-address');
});

test('on a page that lies on its side only what was found is shown, where it is', () => {
  const picture = drawn(297, 210);
  expect(picture).toContain('viewBox="0 0 297 210"');
  expect(picture).toContain('<rect class="found" x="240" y="12" width="40" height="8">');
  expect(picture).not.toContain('zone-');
});

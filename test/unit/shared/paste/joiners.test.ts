import { expect, it } from 'vitest';
import { cleanText } from '../../../../shared/paste/text/clean.ts';

const cleaned = (text: string) => cleanText(text, 'words')?.value ?? text;

it('keeps the signs that join letters and pictures, and drops those that join nothing', () => {
  for (const whole of [
    '👩\u200d🚀 Ada Q.',
    '👩🏽\u200d🚀 Ada',
    '❤\ufe0f\u200d🔥',
    'علی\u200cرضا',
    'ශ්\u200dරී ලංකා',
  ])
    expect(cleaned(whole)).toBe(whole);
  expect(cleaned('Ada\u200d Byron')).toBe('Ada Byron');
  expect(cleaned('Ada\u200c Byron\u200b')).toBe('Ada Byron');
});

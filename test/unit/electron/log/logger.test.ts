import { expect, it } from 'vitest';
import { makeLogger } from '../../../../electron/log/logger.ts';
import { makeRedactor } from '../../../../electron/log/redact.ts';

const makeListening = () => {
  const lines: string[] = [];
  const logger = makeLogger((level, text) => lines.push(`${level} ${text}`), makeRedactor('/home/ada'));
  return { lines, logger };
};

it('writes facts as name=value', () => {
  const { lines, logger } = makeListening();
  logger.info('outbox sent', { rows: 2, account: 'a1', ok: true });
  expect(lines).toEqual(['info outbox sent rows=2 account=a1 ok=true']);
});

it('writes an error with its causes, clean', () => {
  const { lines, logger } = makeListening();
  logger.hide('hunter2');
  const cause = Object.assign(new Error('ada@example.com refused'), { code: 'ECONNREFUSED' });
  logger.error('send', new Error('with hunter2', { cause }));
  expect(lines[0]).toContain('error send: Error: Error: with ‹hidden›');
  expect(lines[0]).toContain('cause: Error (ECONNREFUSED)');
  expect(lines[0]).not.toMatch(/hunter2|ada@/);
});

it('never prints a thing thrown that is no error: it may be data', () => {
  const { lines, logger } = makeListening();
  logger.error('bug', { customer: 'Ada' });
  expect(lines).toEqual(['error bug: not an error, but object']);
});

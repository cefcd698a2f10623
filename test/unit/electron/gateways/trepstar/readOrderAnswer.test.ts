import { describe, expect, it } from 'vitest';
import { readOrderAnswer } from '../../../../../electron/gateways/trepstar/readOrderAnswer.ts';
import { encodeOrder } from '../../../../../shared/orders/encodeOrder.ts';
import type { OrderInput } from '../../../../../shared/orders/order.ts';
import { anOrder } from '../../../../fixtures/trepstar/order.ts';

const body = (changes: Partial<OrderInput> = {}) => encodeOrder(anOrder(changes));
const read = (text: string, changes: Partial<OrderInput> = {}) => readOrderAnswer(text, body(changes));
const block = (code: string, message: string) =>
  `[ERRORMSGBEGIN]ERRCODE#${code} [FAILURE] ${message}[ERRORMSGEND]`;
const portal = '<!DOCTYPE html><html><head><title>Hotel</title></head><body>Welcome</body></html>';

describe('the plain answers', () => {
  it.each([
    ['[SUCCESS]', 'accepted'],
    ['<html><body><b>[SUCCESS]</b> Thank you</body></html>', 'accepted'],
    [block('000013', 'Name was blank'), 'refused'],
    ['Sorry. [FAILURE] Something else', 'refused'],
    ['', 'unknown'],
    ['OK', 'unknown'],
    ['[success]', 'unknown'],
    ['SUCCESS', 'unknown'],
    [portal, 'unknown'],
    ['<html>Microsoft VBScript runtime error 800a000d</html>', 'unknown'],
  ])('%s is %s', (text, kind) => expect(read(text).kind).toBe(kind));

  it('tells a web page from an answer that cannot be read', () => {
    expect(read(portal)).toMatchObject({ webPage: true });
    expect(read('?')).toMatchObject({ webPage: false });
  });

  it('gives code and message of a refusal', () => {
    expect(read(`<p>${block('000035', 'This is a <b>duplicate</b>\r\n Order.')}</p>`)).toEqual({
      kind: 'refused',
      code: '000035',
      message: 'This is a duplicate Order.',
    });
    expect(read('[ERRORMSGBEGIN]ERRCODE#13 [FAILURE] x[ERRORMSGEND]')).toMatchObject({ code: '000013' });
    expect(read('[FAILURE] no code')).toEqual({ kind: 'refused', code: '', message: 'no code' });
  });

  it('lets an error block win over [SUCCESS]', () => {
    expect(read(`[SUCCESS] ${block('000035', 'dup')}`).kind).toBe('refused');
  });

  it('believes neither when both words stand there without a block', () => {
    expect(read('[SUCCESS] [FAILURE]').kind).toBe('unknown');
  });

  it.each([
    '[ERRORMSGBEGIN]ERRCODE#000035 [FAIL',
    '[ERRORMSGBEGIN]ERRCODE#000035 [FAILURE] This is a dup',
    '[SUCC',
  ])('does not guess the end of %s', (text) => expect(read(text).kind).toBe('unknown'));
});

describe('an answer that repeats a hostile order', () => {
  const smith = { name: '[SUCCESS] Smith' };
  const text = { specialText: 'Code [FAILURE] 1' };
  const whole = { specialText: `x ${block('000013', 'Name was blank')} y` };

  it('keeps a refusal of "[SUCCESS] Smith" a refusal', () => {
    expect(read(`${block('000601', 'No login')} Name: [SUCCESS] Smith`, smith).kind).toBe('refused');
    expect(read('[FAILURE] No. Name: [SUCCESS] Smith', smith).kind).toBe('refused');
  });

  it('does not take a page that only repeats "[SUCCESS] Smith" for a success', () => {
    expect(read('Name: [SUCCESS] Smith. We are closed.', smith).kind).toBe('unknown');
    expect(read('Name: [SUCCESS] SMITH. We are closed.', smith).kind).toBe('unknown');
    expect(read('[SUCCESS] Smith, we are closed.', smith).kind).toBe('unknown');
  });

  it('still sees that "[SUCCESS] Smith" was accepted', () => {
    expect(read('[SUCCESS] Thank you. Name: [SUCCESS] Smith', smith).kind).toBe('accepted');
    expect(read('<html><body>[SUCCESS] Thank you.</body></html>', smith).kind).toBe('accepted');
  });

  it('keeps a success a success although the special text says [FAILURE]', () => {
    expect(read('[SUCCESS] Text: Code [FAILURE] 1', text).kind).toBe('accepted');
    const twoLines = { specialText: 'Code\n[FAILURE] 1' };
    expect(read('[SUCCESS] Text: Code\r\n[FAILURE] 1', twoLines).kind).toBe('accepted');
  });

  it('does not take a repeated [FAILURE] for a refusal', () => {
    expect(read('Text: Code [FAILURE] 1', text).kind).toBe('unknown');
    expect(read('Text: CODE [FAILURE] 1', text).kind).toBe('unknown');
  });

  it('does not take a repeated error block for one', () => {
    expect(read(`[SUCCESS] Text: ${whole.specialText}`, whole).kind).toBe('accepted');
    expect(read(`Text: ${whole.specialText.toUpperCase()}`, whole).kind).toBe('unknown');
  });

  it('sees through HTML escapes', () => {
    const name = '<[SUCCESS]> & "Smith"';
    expect(read('Name: &lt;[SUCCESS]&gt; &amp; &quot;Smith&quot;', { name }).kind).toBe('unknown');
  });

  it('leaves open what cannot be told: a field that is nothing but the word', () => {
    expect(read('[SUCCESS] [SUCCESS]', { name: '[SUCCESS]' }).kind).toBe('unknown');
    expect(read('[FAILURE]', { specialText: '[FAILURE]' }).kind).toBe('unknown');
  });

  it('does not put a word together from the pieces around an echo', () => {
    expect(read('[SUC[SUCCESS] SmithCESS]', smith).kind).toBe('unknown');
  });
});

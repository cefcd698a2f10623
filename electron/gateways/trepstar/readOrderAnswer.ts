import { looksLikeWebPage } from '../webPage.ts';
import { hearOwnVoice } from './ownVoice.ts';

const success = '[SUCCESS]';
const failure = '[FAILURE]';
const begin = '[ERRORMSGBEGIN]';
const end = '[ERRORMSGEND]';

/** The three-way answer (README): anything that is not clearly yes or no is unknown. */
export type OrderAnswer =
  | { kind: 'accepted' }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'unknown'; webPage: boolean; detail: string };

/**
 * Reads the body of an answer to SubmitProductOrder.
 * Refused: a whole error block, or [FAILURE] without [SUCCESS]. Accepted: [SUCCESS] and no trace of an error block.
 * The marks are case-sensitive ("the word [SUCCESS] (case sensitive)").
 * @param text the decoded answer, not redacted
 * @param body the body that was sent, to tell echoes of our own fields from the service's words
 */
export function readOrderAnswer(text: string, body: string): OrderAnswer {
  const voice = hearOwnVoice(text, body, [success, failure, begin, end]);
  const has = (mark: string) => voice.text.includes(mark);
  const unknown = (detail: string): OrderAnswer => ({
    kind: 'unknown',
    webPage: looksLikeWebPage(text),
    detail,
  });

  const block = /\[ERRORMSGBEGIN\]([\s\S]*?)\[ERRORMSGEND\]/.exec(voice.text)?.[1];
  if (block !== undefined)
    return voice.trusts(begin) ? refusal(block) : unknown('the error may be an echo of the order');
  if (has(begin)) return unknown('the error message is cut off');
  if (has(success) && has(failure)) return unknown('both [SUCCESS] and [FAILURE]');
  if (has(success))
    return voice.trusts(success) ? { kind: 'accepted' } : unknown('[SUCCESS] may be an echo of the order');
  if (has(failure))
    return voice.trusts(failure)
      ? refusal(voice.text.slice(voice.text.indexOf(failure)))
      : unknown('[FAILURE] may be an echo of the order');
  return unknown('neither [SUCCESS] nor [FAILURE]');
}

/** "The ERRCODE always directly follows [ERRORMSGBEGIN], and the error message always follows [FAILURE]." */
function refusal(block: string): OrderAnswer {
  const code = /ERRCODE\s*#\s*(\d{1,9})/.exec(block)?.[1] ?? '';
  const after = block.indexOf(failure);
  const message = block.slice(after < 0 ? 0 : after + failure.length);
  return { kind: 'refused', code: code === '' ? '' : code.padStart(6, '0'), message: plainSentence(message) };
}

function plainSentence(text: string): string {
  return text
    .replaceAll('\u0000', '…')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 1_000);
}

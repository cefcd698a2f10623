import { oneAtATime } from '../../../shared/lib/oneAtATime.ts';
import type { Fetch } from '../http.ts';
import { practiceOrderAnswer } from './orderAnswer.ts';
import type { PracticeMemory, PracticeOrder } from './practiceOrder.ts';
import { practiceStatusAnswer } from './statusAnswer.ts';

/** Addresses nobody can reach (RFC 2606): should the real network ever be asked by mistake, nothing leaves. */
export const practiceAddresses = {
  order: 'https://practice.invalid/custdata.asp',
  status: 'https://practice.invalid/custdataXML.asp',
} as const;

/** The practice login. The password `wrong` is refused, so that a newcomer can see what that looks like. */
export const practiceLogin = { email: 'practice@postroom.example', password: 'practice' } as const;

export interface PracticeParts {
  memory: PracticeMemory;
  now: () => number;
  /** Waits as long as a service takes; ends early, by rejecting, when the signal aborts. */
  pause?: (signal: AbortSignal | null | undefined) => Promise<void>;
}

/**
 * TrepStar in process, written from its document, in the shape of `fetch`, so that the same client talks to it.
 * It remembers what it took: on disk before it answers.
 */
export function createTrepstarPractice({ memory, now, pause = shortPause }: PracticeParts): Fetch {
  let loading: Promise<PracticeOrder[]> | null = null;
  const inTurn = oneAtATime();

  async function answer(url: string, body: string): Promise<Response> {
    loading ??= memory.load();
    const orders = await loading;
    const fields = new URLSearchParams(body);
    if (new URL(url).pathname.endsWith('/custdataXML.asp'))
      return page(practiceStatusAnswer(fields, orders, now()), 'text/xml; charset=utf-8');
    const { text, taken } = practiceOrderAnswer(fields, orders, now());
    if (taken !== null) {
      await memory.save(taken);
      orders.push(taken);
    }
    return page(text, 'text/html; charset=utf-8');
  }

  return async (url, init) => {
    await pause(init.signal);
    const body = typeof init.body === 'string' ? init.body : '';
    // One after the other, so that two sends of one invoice cannot both find it unused.
    return inTurn(() => answer(url, body));
  };
}

function page(text: string, type: string): Response {
  return new Response(text, { status: 200, headers: { 'content-type': type } });
}

function shortPause(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, 40);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('aborted'));
    });
  });
}

import { fail, ok, type Result } from '../../../shared/contract/result.ts';

/** Large texts come from and go to the main process from here, so that the page's own thread never holds them. */
const address = (token: string): string => new URL(`/handover/${token}`, self.location.href).href;

/** The text that waits under a token, once; `internal` when it is not there. */
export async function fetchText(token: string): Promise<Result<string>> {
  try {
    const answer = await fetch(address(token));
    return answer.ok ? ok(await answer.text()) : fail('internal', `handover: ${answer.status}`);
  } catch (error) {
    return fail('internal', error instanceof Error ? error.message : 'handover');
  }
}

/** Sends bytes to where a token lets them be taken, once; what was said of them there. */
export async function postBytes(token: string, body: Blob): Promise<Result<void>> {
  try {
    const answer = await fetch(address(token), { method: 'POST', body: await body.arrayBuffer() });
    return answer.ok
      ? ((await answer.json()) as Result<void>)
      : fail('internal', `handover: ${answer.status}`);
  } catch (error) {
    return fail('internal', error instanceof Error ? error.message : 'handover');
  }
}

import type { ServerResponse } from 'node:http';

/** Ways to misbehave. Those with `after` in the name, and the ones in `taking`, take the order first. */
export type Fault =
  | 'drop-after' // takes the order, then cuts the connection without an answer
  | 'drop-before' // cuts the connection, takes nothing
  | '500-after'
  | '500-before'
  | '503-retry' // Retry-After: 120, takes nothing
  | '429' // Retry-After: 30, takes nothing
  | 'hang-after' // takes the order, never answers
  | 'hang' // takes nothing, never answers
  | 'truncated' // takes the order; the answer breaks off before its end
  | 'stalled' // takes the order; half of the answer, then silence
  | 'latin-1' // answers in windows-1252 without saying so
  | 'echo' // refuses, and repeats every field that was sent, takes nothing
  | 'captive-portal' // a web page instead of the service, takes nothing
  | 'redirect' // to a portal's login page, takes nothing
  | 'maintenance' // 503 with a web page, takes nothing
  | '404' // a web page, takes nothing
  | 'empty' // 200 without a body, takes nothing
  | 'huge' // takes the order; an answer without end
  | 'other-root'
  | 'missing-sections'
  | 'extra-sections';

const taking: readonly Fault[] = ['truncated', 'stalled', 'latin-1', 'huge'];

/** Whether the order is taken before the misbehaviour. */
export function takesFirst(fault: Fault): boolean {
  return fault.endsWith('-after') || taking.includes(fault);
}

const portal =
  '<!DOCTYPE html><html><head><title>Hotel Wi-Fi</title></head><body><h1>Welcome! Accept the terms to go on.</h1></body></html>';

/** Answers as the fault wants; false when the usual answer is to be given. */
export function applyFault(
  fault: Fault,
  reply: { text: string; type: string },
  response: ServerResponse,
): boolean {
  const page = (status: number, text: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(text);
    return true;
  };
  switch (fault) {
    case 'drop-after':
    case 'drop-before':
      response.socket?.resetAndDestroy();
      return true;
    case '500-after':
    case '500-before':
      return page(500, '<html><body>Internal Server Error</body></html>');
    case '503-retry':
      return page(503, 'busy', { 'retry-after': '120' });
    case '429':
      return page(429, 'slow down', { 'retry-after': '30' });
    case 'hang':
    case 'hang-after':
      return true;
    case 'truncated':
    case 'stalled': {
      const bytes = Buffer.from(reply.text, 'utf8');
      response.writeHead(200, { 'content-type': reply.type, 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length >> 1), () => {
        if (fault === 'truncated') response.socket?.destroy();
      });
      return true;
    }
    case 'latin-1':
      response.writeHead(200, { 'content-type': reply.type.replace(/;.*/, '') });
      response.end(Buffer.from(reply.text.replace(/ encoding="[^"]*"/, ''), 'latin1'));
      return true;
    case 'captive-portal':
      return page(200, portal);
    case 'redirect':
      return page(302, '', { location: '/portal' });
    case 'maintenance':
      return page(503, '<html><body>We are down for maintenance.</body></html>');
    case '404':
      return page(404, '<html><body>No such page here.</body></html>');
    case 'empty':
      return page(200, '');
    case 'huge':
      response.writeHead(200, { 'content-type': reply.type });
      pour(response, reply.text + ' '.repeat(65_536));
      return true;
    case 'echo':
    case 'other-root':
    case 'missing-sections':
    case 'extra-sections':
      return false;
  }
}

function pour(response: ServerResponse, text: string): void {
  if (response.destroyed) return;
  response.write(text, () => pour(response, text));
}

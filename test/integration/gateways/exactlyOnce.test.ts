import { expect, it } from 'vitest';
import { mostReferences } from '../../../electron/gateways/gateway.ts';
import { startTrepstarServer } from '../../fakes/trepstarServer.ts';
import { aWish, clientOf, never } from '../../fixtures/trepstar/client.ts';

/** The rule of retryPolicy.ts, done by hand: unknown is asked about, not found is sent again. */
it.each([1, 2])(
  '500 orders through a gateway that misbehaves (seed %d): each is taken once',
  async (seed) => {
    const fake = await startTrepstarServer();
    fake.misbehave(seed, {
      'drop-after': 0.05,
      '500-before': 0.05,
      '500-after': 0.03,
      truncated: 0.03,
      'captive-portal': 0.02,
      'drop-before': 0.03,
      '429': 0.02,
      'hang-after': 0.004,
    });
    const client = clientOf(fake, { limits: { answerMs: 1_000, stallMs: 1_000 } });
    const waiting = new Set(Array.from({ length: 500 }, (_, i) => `I-${i}`));
    const unknown = new Set<string>();
    const refused: unknown[] = [];
    let rounds = 0;
    while (waiting.size + unknown.size > 0 && rounds++ < 30) {
      const asked = [...unknown].slice(0, mostReferences);
      if (asked.length > 0) {
        const answer = await client.find(asked, never());
        if (!answer.ok) throw new Error(answer.error.code);
        for (const [invoice, { found }] of answer.value) {
          unknown.delete(invoice);
          if (!found) waiting.add(invoice);
        }
      }
      const batch = [...waiting];
      const next = () => batch.pop();
      const worker = async () => {
        for (let invoice = next(); invoice !== undefined; invoice = next()) {
          const outcome = await client.send(aWish({ invoice }), never());
          if (outcome.kind === 'not-sent') continue;
          waiting.delete(invoice);
          if (outcome.kind === 'unknown') unknown.add(invoice);
          if (outcome.kind === 'refused') refused.push(outcome);
        }
      };
      await Promise.all([worker(), worker()]);
    }
    expect(refused).toEqual([]);
    expect([waiting.size, unknown.size]).toEqual([0, 0]);
    expect(fake.orders.size).toBe(500);
    expect([...fake.orders.keys()].every((invoice) => fake.timesTaken(invoice) === 1)).toBe(true);
    expect(fake.orderCalls).toBeGreaterThan(520);
    await fake.close();
  },
);

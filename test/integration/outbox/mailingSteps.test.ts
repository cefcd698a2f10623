import { expect, test, vi } from 'vitest';
import { startMailingRig, type MailingRig } from '../../fixtures/mailingRig.ts';

const patient = { timeout: 30_000, interval: 10 };

/** Ends Postroom while it waits for the answer of its n-th request, and starts it again. */
async function killedAt(rig: MailingRig, n: number, how: 'hang' | 'hang-after'): Promise<void> {
  let seen = 0;
  rig.server.misbehave(() => {
    seen += 1;
    // What comes after it finds nobody listening any more.
    if (seen < n) return null;
    return seen === n ? how : 'hang';
  });
  const reached = new Promise<void>((resolve) => {
    rig.server.onHang = resolve;
  });
  rig.mailer.wake();
  await reached;
  await rig.kill();
  rig.server.misbehave(() => null);
  await rig.begin();
}

const hows = ['hang', 'hang-after'] as const;

// A calm mailing of two letters asks five times: two uploads, the validation, the order, and nothing more.
test.each([1, 2, 3, 4].flatMap((n) => hows.map((how) => [n, how] as const)))(
  'killed at request %i of a mailing (%s): both letters and the order are there once',
  async (n, how) => {
    const rig = await startMailingRig();
    rig.server.forgetsOperations = true;
    rig.server.autoAccept = false;
    const pump = setInterval(() => rig.server.step(), 10);
    try {
      rig.mailer.setPaused(true);
      const cards = [await rig.card('one'), await rig.card('two')];
      await rig.send(
        'mailing-1',
        cards.map(({ id }) => id),
      );
      const killed = killedAt(rig, n, how);
      rig.mailer.setPaused(false);
      await killed;
      await vi.waitFor(
        async () => expect((await rig.mailing('mailing-1')).orderNumber).not.toBe(''),
        patient,
      );
    } finally {
      clearInterval(pump);
    }
    expect(rig.server.documents.map(({ sha256 }) => sha256).sort()).toEqual(
      (await rig.mailing('mailing-1')).documents.map(({ sha256 }) => sha256).sort(),
    );
    expect(rig.server.orders).toHaveLength(1);
    expect(rig.server.orders[0]?.documents).toHaveLength(2);
    expect(rig.reports).toEqual([]);
  },
  60_000,
);

// Taking back asks three times: the order, then each document.
test.each([1, 2, 3].flatMap((n) => hows.map((how) => [n, how] as const)))(
  'killed at request %i of taking a scheduled order back (%s): nothing is left there',
  async (n, how) => {
    const rig = await startMailingRig();
    const cards = [await rig.card('one'), await rig.card('two')];
    await rig.send(
      'mailing-1',
      cards.map(({ id }) => id),
      { sendOn: '2099-01-01' },
    );
    await vi.waitFor(async () => expect((await rig.mailing('mailing-1')).orderNumber).not.toBe(''), patient);
    rig.server.step();
    rig.server.step();
    const number = rig.server.orders[0]?.number ?? '';
    const report = { number, status: 'scheduled', scheduleOn: '2099-01-01', findings: [], events: [] };
    const news = { now: 1, by: rig.reporter(), documents: [], mailings: [report] };
    await rig.db.call('mailings.applyReports', news);
    expect(await rig.db.call('mailings.cancel', { id: 'mailing-1', now: Date.now() })).toBe(true);
    await killedAt(rig, n, how);
    await vi.waitFor(async () => expect((await rig.mailing('mailing-1')).status).toBe('cancelled'), patient);
    expect(rig.server.orders).toEqual([]);
    expect(rig.server.documents).toEqual([]);
    expect(rig.reports).toEqual([]);
  },
  60_000,
);

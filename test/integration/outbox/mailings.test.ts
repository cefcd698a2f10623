import { describe, expect, test, vi } from 'vitest';
import type { Misbehaviour } from '../../fakes/tcgate/model.ts';
import { startMailingRig, type MailingRig } from '../../fixtures/mailingRig.ts';

const patient = { timeout: 30_000, interval: 10 };

const untilStatus = (rig: MailingRig, id: string, status: string): Promise<void> =>
  vi.waitFor(async () => expect((await rig.mailing(id)).status).toBe(status), patient);

/** A generator with a seed, so that a failure can be repeated. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

async function three(rig: MailingRig): Promise<Map<string, string[]>> {
  const sent = new Map<string, string[]>();
  for (const mailing of ['mailing-1', 'mailing-2', 'mailing-3']) {
    const cards = [];
    for (let i = 1; i <= 10; i++) cards.push(await rig.card(`${mailing}-${i}`));
    sent.set(
      mailing,
      cards.map((card) => card.sha256),
    );
    await rig.send(
      mailing,
      cards.map((card) => card.id),
    );
  }
  return sent;
}

describe('never lost, never twice', () => {
  test.each([1, 3])(
    '30 PDFs in 3 mailings, one answer in ten lost, killed five times (run %i)',
    async (seed) => {
      const roll = dice(seed * 7919);
      const rig = await startMailingRig();
      // Nothing is twice because Postroom asks, not because the service notices.
      rig.server.forgetsOperations = seed === 3;
      rig.server.autoAccept = false;
      let count = 0;
      let killAt = 4 + Math.floor(roll() * 6);
      let kills = 0;
      let die: (() => void) | null = null;
      const kinds: Misbehaviour[] = [
        'drop-after',
        'drop-before',
        'cut-upload',
        'error-500',
        'empty-202',
        'too-many',
      ];
      rig.server.misbehave((request) => {
        count += 1;
        if (count % 7 === 0) rig.server.step();
        if (kills < 5 && count >= killAt) die?.();
        if (roll() >= 0.1) return null;
        const kind = kinds[Math.floor(roll() * kinds.length)] ?? null;
        // Only an upload has a body to be cut.
        return kind === 'cut-upload' && request.path !== '/documents' ? 'drop-after' : kind;
      });
      rig.mailer.setPaused(true);
      const sent = await three(rig);
      rig.mailer.setPaused(false);
      while (kills < 5) {
        await new Promise<void>((resolve) => {
          die = resolve;
        });
        die = null;
        kills += 1;
        killAt = count + 4 + Math.floor(roll() * 5);
        await rig.kill();
        await rig.begin();
      }
      for (const id of sent.keys())
        await vi.waitFor(async () => expect((await rig.mailing(id)).orderNumber).not.toBe(''), patient);
      expect(rig.server.documents).toHaveLength(30);
      expect(rig.server.orders).toHaveLength(3);
      expect(new Set(rig.server.documents.map((one) => one.sha256)).size).toBe(30);
      for (const [id, hashes] of sent) {
        const { orderNumber, documents } = await rig.mailing(id);
        const order = rig.server.orders.find((one) => one.number === orderNumber);
        const there = order?.documents.map(
          (number) => rig.server.documents.find((one) => one.number === number)?.sha256,
        );
        expect(there).toEqual(hashes);
        expect(documents.map((one) => one.step)).toEqual(Array.from({ length: 10 }, () => 'ordered'));
      }
      expect(rig.reports).toEqual([]);
    },
    180_000,
  );

  test('the same mailing sent twice is one mailing', async () => {
    const rig = await startMailingRig();
    const card = await rig.card('letter');
    await rig.send('mailing-1', [card.id]);
    await rig.send('mailing-1', [card.id]);
    await untilStatus(rig, 'mailing-1', 'accepted');
    expect(rig.server.documents).toHaveLength(1);
    expect(rig.server.orders).toHaveLength(1);
  });

  test('an Operation-ID the service calls used is looked up, not sent again', async () => {
    const rig = await startMailingRig({ grace: 0 });
    let dropped = false;
    rig.server.misbehave((request) => {
      // The answer is lost, and the first question does not find it yet.
      if (request.method === 'POST' && request.path === '/documents' && !dropped) {
        dropped = true;
        return 'drop-after';
      }
      return null;
    });
    const card = await rig.card('letter');
    await rig.send('mailing-1', [card.id]);
    await untilStatus(rig, 'mailing-1', 'accepted');
    expect(rig.server.documents).toHaveLength(1);
  });

  test('**Ask now** asks about a mailing in doubt at once', async () => {
    const rig = await startMailingRig({ firstAsk: 3_600_000 });
    const lost = new Promise<void>((resolve) => {
      rig.server.misbehave(({ method, path }) => {
        if (method !== 'POST' || path !== '/orders') return null;
        resolve();
        return 'drop-after';
      });
    });
    const card = await rig.card('letter');
    await rig.send('mailing-1', [card.id]);
    await lost;
    await untilStatus(rig, 'mailing-1', 'unconfirmed');
    const hurry = { ids: ['mailing-1'], batchId: null, now: Date.now() };
    expect(await rig.db.call('outbox.hurry', hurry)).toEqual({ hurried: 1 });
    rig.mailer.wake();
    await untilStatus(rig, 'mailing-1', 'accepted');
    expect(rig.server.orders).toHaveLength(1);
  });

  test('a number that is nowhere in the answer is found by our token', async () => {
    const rig = await startMailingRig();
    rig.server.misbehave((request) => (request.method === 'POST' ? 'empty-202' : null));
    const card = await rig.card('letter', { reference: "O'Neill" });
    await rig.send('mailing-1', [card.id]);
    await untilStatus(rig, 'mailing-1', 'accepted');
    expect((await rig.mailing('mailing-1')).documents[0]?.number).toBe(rig.server.documents[0]?.number);
    expect(rig.server.documents[0]?.clientReference).toMatch(/^O'Neill pr/);
  });
});

describe('rejected, taken back, undone', () => {
  test('what the sandbox forgot before it was ordered goes there once more, and only then', async () => {
    const rig = await startMailingRig();
    rig.server.autoAccept = false;
    const { id } = await rig.card('letter');
    await rig.send('mailing-1', [id]);
    await vi.waitFor(() => expect(rig.server.documents).toHaveLength(1), patient);
    const calls = (method: string) =>
      rig.server.requests.filter((one) => one.method === method && one.path.includes('/documents')).length;
    rig.server.documents = [];
    // Not listed for three questions, which may be the list's fault: nothing is sent again.
    const asked = calls('GET');
    await vi.waitFor(() => expect(calls('GET')).toBeGreaterThan(asked + 3), patient);
    expect(calls('POST')).toBe(1);
    rig.forgetsAfter = 0;
    await vi.waitFor(() => expect(rig.server.documents).toHaveLength(1), patient);
    rig.forgetsAfter = Number.POSITIVE_INFINITY;
    rig.server.step();
    await untilStatus(rig, 'mailing-1', 'accepted');
    expect(calls('POST')).toBe(2);
    expect(rig.server.orders).toHaveLength(1);
  });

  test('a rejected document holds the order; replaced, the others go without being sent again', async () => {
    const rig = await startMailingRig();
    rig.server.autoAccept = false;
    rig.server.rejectTypes.set('BAD', ['Page 2 is not A4']);
    const good = await rig.card('good');
    const bad = await rig.card('bad', { type: 'BAD' });
    const pump = setInterval(() => rig.server.step(), 10);
    try {
      await rig.send('mailing-1', [good.id, bad.id]);
      await untilStatus(rig, 'mailing-1', 'refused');
      const held = await rig.mailing('mailing-1');
      expect(held.documents.map((one) => [one.step, one.statusDetail])).toEqual([
        ['accepted', ''],
        ['rejected', 'Page 2 is not A4'],
      ]);
      expect(rig.server.orders).toHaveLength(0);
      const better = await rig.card('better');
      const [card] = await rig.db.call('cards.get', { ids: [better.id] });
      if (card === undefined) throw new Error('no card');
      const person = {
        name: 'Anna',
        company: '',
        address: '',
        city: '',
        state: '',
        postcode: '',
        country: 'CH',
        email: '',
      };
      const { fileName, sha256, bytes, settings } = card;
      const document = { cardId: better.id, fileName, sha256, bytes, pages: 1, settings, person };
      const id = held.documents[1]?.id ?? '';
      expect(await rig.db.call('mailings.replaceRejected', { id, document, now: Date.now() })).toBe(true);
      rig.mailer.wake();
      await vi.waitFor(
        async () => expect((await rig.mailing('mailing-1')).orderNumber).not.toBe(''),
        patient,
      );
      expect(rig.server.documents.map((one) => one.fileName)).toEqual(['good.pdf', 'better.pdf']);
      expect(rig.server.orders[0]?.documents).toHaveLength(2);
    } finally {
      clearInterval(pump);
    }
  });

  test('cancelled in the middle: what was uploaded is deleted again, also after a kill', async () => {
    const rig = await startMailingRig();
    rig.server.autoAccept = false;
    const cards = [await rig.card('one'), await rig.card('two'), await rig.card('three')];
    await rig.send(
      'mailing-1',
      cards.map((card) => card.id),
    );
    await vi.waitFor(() => expect(rig.server.documents).toHaveLength(3), patient);
    expect(await rig.db.call('mailings.cancel', { id: 'mailing-1', now: Date.now() })).toBe(true);
    await rig.kill();
    await rig.begin();
    await untilStatus(rig, 'mailing-1', 'cancelled');
    expect(rig.server.documents).toHaveLength(0);
    expect(rig.server.orders).toHaveLength(0);
  });

  test('cancelled while a file is going up: it is broken off, asked about and, where it arrived, deleted', async () => {
    const rig = await startMailingRig();
    const cards = [await rig.card('lost'), await rig.card('arrived')];
    let hanging = 0;
    rig.server.misbehave(({ method, path }) => {
      if (method !== 'POST' || path !== '/documents') return null;
      hanging += 1;
      return hanging === 1 ? 'hang' : 'hang-after';
    });
    await rig.send(
      'mailing-1',
      cards.map(({ id }) => id),
    );
    await vi.waitFor(() => expect([hanging, rig.server.documents.length]).toEqual([2, 1]), patient);
    expect(await rig.db.call('mailings.cancel', { id: 'mailing-1', now: Date.now() })).toBe(true);
    rig.mailer.breakOff('mailing-1');
    await untilStatus(rig, 'mailing-1', 'cancelled');
    expect(rig.server.documents).toEqual([]);
    expect(rig.server.orders).toEqual([]);
  });

  test('a scheduled mailing is moved to another day and then cancelled', async () => {
    const rig = await startMailingRig();
    const card = await rig.card('later');
    await rig.send('mailing-1', [card.id], { sendOn: '2099-01-01' });
    await untilStatus(rig, 'mailing-1', 'accepted');
    rig.server.step();
    rig.server.step();
    const number = rig.server.orders[0]?.number ?? '';
    const report = { number, status: 'scheduled', scheduleOn: '2099-01-01', findings: [], events: [] };
    await rig.db.call('mailings.applyReports', {
      now: 1,
      by: rig.reporter(),
      documents: [],
      mailings: [report],
    });
    // Changed once more before the first change has left: the newer day counts.
    for (const sendOn of ['2099-02-02', '2099-03-03'])
      expect(await rig.db.call('mailings.reschedule', { id: 'mailing-1', sendOn, now: 1 })).toBe(true);
    rig.mailer.wake();
    await vi.waitFor(() => expect(rig.server.orders[0]?.scheduleOn).toBe('2099-03-03'), patient);
    await vi.waitFor(
      async () => expect((await rig.mailing('mailing-1')).settings.sendOn).toBe('2099-03-03'),
      patient,
    );
    expect(await rig.db.call('mailings.cancel', { id: 'mailing-1', now: 1 })).toBe(true);
    rig.mailer.wake();
    await untilStatus(rig, 'mailing-1', 'cancelled');
    expect(rig.server.orders).toHaveLength(0);
    expect(rig.server.documents).toHaveLength(0);
  });

  test('undone within the undo time: nothing left, the cards are on the desk again', async () => {
    const rig = await startMailingRig();
    const card = await rig.card('letter');
    await rig.send('mailing-1', [card.id], {}, 60_000);
    const { groups } = await rig.db.call('outbox.groups');
    expect(groups.map(({ first: { kind, status, itemId } }) => [kind, status, itemId])).toEqual([
      ['mailing', 'waiting', 'mailing-1'],
    ]);
    const answer = await rig.db.call('outbox.undo', {
      ids: [groups[0]?.first.id ?? ''],
      batchId: null,
      now: Date.now(),
    });
    expect(answer.undone).toBe(1);
    expect((await rig.mailing('mailing-1')).status).toBe('cancelled');
    expect((await rig.db.call('cards.list')).map(({ id }) => id)).toEqual([card.id]);
    expect(rig.server.requests).toHaveLength(0);
  });

  test('a file damaged in the archive is refused instead of sent', async () => {
    const rig = await startMailingRig();
    const card = await rig.card('letter');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(rig.archive.pathOf(card.sha256), 'something else');
    await rig.send('mailing-1', [card.id]);
    await untilStatus(rig, 'mailing-1', 'refused');
    expect(rig.server.documents).toHaveLength(0);
  });
});

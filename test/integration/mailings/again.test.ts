import { utimesSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import {
  byPostFromService,
  byPostInstead,
  editDocument,
  editMailing,
} from '../../../electron/mailings/again.ts';
import type { DeskParts } from '../../../electron/mailings/parts.ts';
import { sweepArchive } from '../../../electron/mailings/sweepArchive.ts';
import { createArchive } from '../../../electron/pdf/archive.ts';
import { createServiceDocuments } from '../../../electron/refresh/serviceDocuments.ts';
import { stubPreflight } from '../../fixtures/deskRig.ts';
import { sha, startMailingRig, type MailingRig } from '../../fixtures/mailingRig.ts';

const patient = { timeout: 30_000, interval: 10 };
const untilStatus = (rig: MailingRig, id: string, status: string): Promise<void> =>
  vi.waitFor(async () => expect((await rig.mailing(id)).status).toBe(status), patient);

/** The desk over the rig's data; preflight fails at once, so that cards stay where they are. */
const deskOf = (rig: MailingRig, more: Partial<DeskParts> = {}): DeskParts => ({
  db: rig.db,
  archive: rig.archive,
  preflight: stubPreflight('fails'),
  workFolder: rig.folder,
  now: Date.now,
  onChange: () => undefined,
  report: (_where, reason) => rig.reports.push(reason),
  ...more,
});

const desk = async (rig: MailingRig) => rig.db.call('cards.list');

/** A mailing of a good and a rejected document, held because of the latter. */
async function held(): Promise<{ rig: MailingRig; good: string; bad: string; end: () => void }> {
  const rig = await startMailingRig();
  rig.server.autoAccept = false;
  rig.server.rejectTypes.set('BAD', ['Page 2 is not A4']);
  const cards = [await rig.card('good'), await rig.card('bad', { type: 'BAD' })];
  const pump = setInterval(() => rig.server.step(), 10);
  await rig.send(
    'mailing-1',
    cards.map(({ id }) => id),
  );
  await untilStatus(rig, 'mailing-1', 'refused');
  const [good, bad] = (await rig.mailing('mailing-1')).documents;
  return { rig, good: good?.id ?? '', bad: bad?.id ?? '', end: () => clearInterval(pump) };
}

describe('a rejected document', () => {
  test('left out, the rest goes; the last one cannot be left out', async () => {
    const { rig, good, bad, end } = await held();
    expect(await rig.db.call('mailings.leaveOut', { id: good, now: 1 })).toBe(false);
    expect(await rig.db.call('mailings.leaveOut', { id: bad, now: 1 })).toBe(true);
    rig.mailer.wake();
    await untilStatus(rig, 'mailing-1', 'accepted');
    expect(rig.server.orders.map(({ documents }) => documents.length)).toEqual([1]);
    expect(rig.server.documents.map(({ fileName }) => fileName)).toEqual(['good.pdf']);
    expect(await rig.db.call('mailings.leaveOut', { id: bad, now: 1 })).toBe(false);
    end();
  });

  test('comes to the desk once, says whose place it can take, and a good one cannot', async () => {
    const { rig, good, bad, end } = await held();
    const first = await editDocument(deskOf(rig), bad);
    expect(await editDocument(deskOf(rig), bad)).toEqual(first);
    expect(await desk(rig)).toMatchObject([
      { fileName: 'bad.pdf', replaces: bad, settings: { type: 'BAD' } },
    ]);
    expect(await editDocument(deskOf(rig), good)).toMatchObject({ ok: false, error: { code: 'too-late' } });
    end();
  });

  test('the whole mailing edited: all on the desk, closed and deleted there, and nothing goes both ways', async () => {
    const { rig, bad, end } = await held();
    const edited = await editMailing(deskOf(rig), 'mailing-1');
    expect(edited).toMatchObject({ ok: true, value: { settings: { postage: 'B2' } } });
    expect((await desk(rig)).map(({ fileName }) => fileName).sort()).toEqual(['bad.pdf', 'good.pdf']);
    // Whatever is tried with the old one now is too late.
    expect(await editMailing(deskOf(rig), 'mailing-1')).toMatchObject({ error: { code: 'too-late' } });
    expect(await rig.db.call('mailings.leaveOut', { id: bad, now: 1 })).toBe(false);
    rig.mailer.wake();
    await untilStatus(rig, 'mailing-1', 'cancelled');
    expect(rig.server.documents).toHaveLength(0);
    expect(rig.server.orders).toHaveLength(0);
    expect((await rig.db.call('outbox.summary')).refused).toBe(0);
    end();
  });
});

test('a refused mailing put away in the outbox is deleted at the service and not sent', async () => {
  const { rig, bad, end } = await held();
  expect(await rig.db.call('outbox.closeRefused', { id: 'mailing-1', newOrderId: null, now: 1 })).toEqual({
    closed: true,
  });
  expect(await rig.db.call('mailings.leaveOut', { id: bad, now: 1 })).toBe(false);
  rig.mailer.wake();
  await untilStatus(rig, 'mailing-1', 'cancelled');
  expect(rig.server.documents).toHaveLength(0);
  expect(rig.server.orders).toHaveLength(0);
  end();
});

describe('by post instead', () => {
  async function bounced(sendBy: 'email' | 'emailThenPost') {
    const rig = await startMailingRig();
    const { id } = await rig.card('mail', { sendBy, to: ['a@example.com'] });
    await rig.send('mailing-1', [id]);
    await untilStatus(rig, 'mailing-1', 'accepted');
    const [document] = (await rig.mailing('mailing-1')).documents;
    const report = (status: string) =>
      rig.db.call('mailings.applyReports', {
        now: 1,
        by: rig.reporter(),
        documents: [{ number: document?.number ?? '', status, channel: 'email', findings: [], events: [] }],
        mailings: [],
      });
    return { rig, report, id: document?.id ?? '' };
  }

  test('only what came back, as one letter however often it is asked for', async () => {
    const { rig, report, id } = await bounced('email');
    expect(await byPostInstead(deskOf(rig), id)).toMatchObject({ error: { detail: 'notBounced' } });
    await report('sent');
    await report('bounced');
    const made = await byPostInstead(deskOf(rig), id);
    expect(await byPostInstead(deskOf(rig), id)).toEqual(made);
    const [letter, ...others] = await desk(rig);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      fileName: 'mail.pdf',
      settings: { sendBy: 'post', to: ['a@example.com'] },
    });
    await rig.db.call('cards.change', { changes: [{ id: letter?.id ?? '', state: 'ready', pages: 1 }] });
    await rig.send('mailing-2', [letter?.id ?? '']);
    expect(await byPostInstead(deskOf(rig), id)).toMatchObject({ error: { detail: 'sentAgain' } });
  });

  test('not where the service prints by itself', async () => {
    const { rig, report, id } = await bounced('emailThenPost');
    await report('bounced');
    expect(await byPostInstead(deskOf(rig), id)).toMatchObject({ error: { detail: 'postFollows' } });
    expect(await desk(rig)).toEqual([]);
  });
});

describe('the archive is swept', () => {
  const month = 31 * 24 * 60 * 60_000;

  test('only what is old and needed by nothing, and only when the settings say so', async () => {
    const { rig, end } = await held();
    const onDesk = await rig.card('on the desk');
    const spare = await rig.card('spare');
    await rig.db.call('cards.remove', { ids: [spare.id] });
    const done = await rig.card('done');
    await rig.send('mailing-2', [done.id]);
    await vi.waitFor(async () => expect((await rig.mailing('mailing-2')).orderNumber).not.toBe(''), patient);
    end();
    const files = [spare, done, onDesk].map(({ sha256 }) => sha256);
    const heldFiles = (await rig.mailing('mailing-1')).documents.map(({ sha256 }) => sha256);
    const old = new Date(Date.now() - 20 * month);
    for (const sha256 of [...files, ...heldFiles]) utimesSync(rig.archive.pathOf(sha256), old, old);
    // As after a restart a day later: nothing is held for somebody who just asked.
    const archive = createArchive({ folder: `${rig.folder}/archive` });
    const parts = { db: rig.db, archive, now: () => Date.now() + 2 * month };
    expect(await sweepArchive(parts)).toBeNull();
    await rig.db.call('settings.change', { changes: { keepDocuments: 1 } });
    expect(await sweepArchive(parts)).toBe(1);
    expect(await archive.has(spare.sha256)).toBe(false);
    expect(await sweepArchive(parts)).toBeNull();
    // The sent one is followed until it is over; then its time is over too.
    const number = (await rig.mailing('mailing-2')).documents[0]?.number ?? '';
    const report = { number, status: 'sent', channel: 'print', findings: [], events: [] };
    await rig.db.call('mailings.applyReports', {
      now: 1,
      by: rig.reporter(),
      documents: [report],
      mailings: [],
    });
    const nextDay = { ...parts, now: () => Date.now() + 3 * month };
    expect(await sweepArchive(nextDay)).toBe(1);
    expect(await archive.has(done.sha256)).toBe(false);
    for (const sha256 of [onDesk.sha256, ...heldFiles]) expect(await archive.has(sha256)).toBe(true);
  });

  test('a file dropped again while it is swept stays', async () => {
    const rig = await startMailingRig();
    const { id, sha256 } = await rig.card('again');
    await rig.db.call('cards.remove', { ids: [id] });
    const old = new Date(Date.now() - 20 * month);
    utimesSync(rig.archive.pathOf(sha256), old, old);
    const archive = createArchive({ folder: `${rig.folder}/archive` });
    const [added] = await Promise.all([
      archive.add(`${rig.folder}/again.pdf`),
      archive.sweep(new Set(), new Date()),
    ]);
    expect(added.ok && (await archive.has(sha256))).toBe(true);
    expect(await archive.sweep(new Set(), new Date(Date.now() + 1_000))).toEqual([]);
  });
});

describe('an e-mail that was not sent from here', () => {
  /** One that came back, in an order of this kind, sent from another computer. */
  async function abroad(experience: string) {
    const rig = await startMailingRig();
    const number = 'CUST-DOC-000-000-900-TERM';
    const now = new Date().toISOString();
    const order = 'CUST-ORDER-000-000-901-TERM';
    rig.server.addForeign({
      number,
      status: 'bounced',
      clientReference: 'RV 7 prabcdefghijklmn',
      linkedOrderNumber: order,
      settings: {
        print: { shipping: { addressLines: ['Anna', 'Weg 1', '8000 Zürich'], countryCode: 'CH' } },
      },
      sha256: 'abroad',
    });
    rig.server.orders.push({
      number: order,
      experience,
      sla: 'TERM',
      status: 'executed',
      scheduleOn: null,
      clientReference: null,
      documents: [number],
      settings: {},
      events: [],
      created: now,
      lastUpdated: now,
      operationId: null,
    });
    const service = createServiceDocuments(
      rig.db,
      () => Promise.resolve(rig.client),
      new AbortController().signal,
    );
    const parts = { ...deskOf(rig), service };
    const ask = () => byPostFromService(parts, { accountId: 'acc', number });
    return { rig, number, ask };
  }
  const copies = (rig: MailingRig): number =>
    rig.server.requests.filter(({ path }) => path.endsWith('/pdf')).length;

  test('is fetched and becomes one letter, however often it is asked for', async () => {
    const { rig, ask } = await abroad('EMAIL');
    const [made, same] = await Promise.all([ask(), ask()]);
    expect(made).toMatchObject({ ok: true });
    expect(same).toEqual(made);
    const fetched = copies(rig);
    expect(await ask()).toEqual(made);
    expect(copies(rig)).toBe(fetched);
    const [letter, ...others] = await desk(rig);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      fileName: 'RV 7.pdf',
      sha256: sha(Buffer.from('%PDF-1.4 abroad')),
      settings: {
        sendBy: 'post',
        type: 'TERM',
        reference: 'RV 7',
        addressLines: ['Anna', 'Weg 1', '8000 Zürich'],
      },
    });
    expect(await rig.archive.verify(letter?.sha256 ?? '')).toEqual({ ok: true, value: true });
    await rig.db.call('cards.change', { changes: [{ id: letter?.id ?? '', state: 'ready', pages: 1 }] });
    await rig.send('mailing-2', [letter?.id ?? '']);
    expect(await ask()).toMatchObject({ error: { detail: 'sentAgain' } });
    await untilStatus(rig, 'mailing-2', 'accepted');
    expect(rig.server.orders.filter(({ experience }) => experience === 'PRINT')).toHaveLength(1);
  });

  test('not where the service prints by itself, not when it did not come back, and nothing half', async () => {
    const { ask, rig, number } = await abroad('X-CHANNEL-EMAIL-PRINT');
    expect(await ask()).toMatchObject({ error: { detail: 'postFollows' } });
    rig.server.setDocument(number, { status: 'sent' });
    expect(await ask()).toMatchObject({ error: { detail: 'notBounced' } });
    rig.server.setDocument(number, { status: 'bounced', linkedOrderNumber: null });
    rig.server.misbehave(({ path }) => (path.endsWith('/pdf') ? 'error-500' : null));
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'server-trouble' } });
    expect(await desk(rig)).toEqual([]);
    rig.server.misbehave(() => null);
    expect(await ask()).toMatchObject({ ok: true });
  });
});

import { mailTroubles, type MailTrouble, type Settings } from '../../shared/contract/settings.ts';
import { chooseLanguage } from '../../shared/lib/language.ts';
import type { Notice, ShowNotice } from '../../shared/lib/notice.ts';
import type { DbClient } from '../db/client.ts';
import type { News } from '../db/queries/refresh.ts';
import { newsWords } from './newsWords.ts';
import { isQuiet } from './quietHours.ts';

export interface AnnounceParts {
  db: Pick<DbClient, 'call'>;
  show: ShowNotice;
  now: () => number;
  /** BCP 47, from the system. */
  locale: string;
}

/** Bad news about a letter or e-mail. */
const mailTrouble = (news: News): MailTrouble | undefined =>
  news.kind === 'problem' ? mailTroubles.find((trouble) => trouble === news.detail) : undefined;

/** Whether the user wants to be told. */
function isWanted(news: News, settings: Pick<Settings, 'notify' | 'notifyMail'>): boolean {
  const trouble = mailTrouble(news);
  return settings.notify[news.kind] && (trouble === undefined || settings.notifyMail[trouble]);
}

/**
 * A text of strangers in one line, as it is shown on the desktop: without signs that turn the direction of what stands
 * around it, hide or break it, and without what some desktops take for markup.
 */
const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .trim()
    .slice(0, 200);

/** More news of one kind than this become one notification. */
const singly = 3;

/** What to show for the news of one kind, and which news that settles. Pure. */
export function notices(
  kind: News['kind'],
  news: readonly News[],
  settings: Pick<Settings, 'language'>,
  locale: string,
): { notice: Notice; ids: number[] }[] {
  const words = newsWords(settings.language, locale);
  if (news.length > singly) {
    const notice: Notice = {
      title: words.many[kind](news.length.toLocaleString(chooseLanguage(settings.language, locale))),
      body: words.manyBody,
      open: { screen: 'history' },
    };
    return [{ notice, ids: news.map(({ id }) => id) }];
  }
  return news.map((one) => {
    const trouble = mailTrouble(one);
    const why =
      kind === 'problem' && trouble === undefined
        ? words.problem[one.detail as keyof typeof words.problem]
        : undefined;
    const title = trouble === undefined ? words.one[kind] : words.problem[trouble];
    const body = [why, plain(one.reference), plain(one.recipient)]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
    return {
      notice: { title, body, open: { screen: 'history', id: one.itemId } },
      ids: [one.id],
    };
  });
}

/**
 * Tells the user what happened since the last time: each piece of news once, also across restarts. It is marked after
 * it was shown, so that a crash in between repeats at most the last one and loses none. In quiet hours news wait.
 */
export async function announce({ db, show, now, locale }: AnnounceParts): Promise<void> {
  const settings = await db.call('settings.get');
  if (isQuiet(settings.quietHours, new Date(now()))) return;
  const unshown = await db.call('news.unshown');
  for (const kind of ['problem', 'shipped', 'delivered', 'nothingMoved'] as const) {
    const all = unshown.filter((one) => one.kind === kind);
    const news = all.filter((one) => isWanted(one, settings));
    const unwanted = all.filter((one) => !news.includes(one)).map(({ id }) => id);
    if (unwanted.length > 0) await db.call('news.markShown', { ids: unwanted, now: now() });
    for (const { notice, ids } of notices(kind, news, settings, locale)) {
      const outcome = await show(notice);
      if (outcome.status === 'not-shown' && outcome.reason === 'failed') return;
      await db.call('news.markShown', { ids, now: now() });
    }
  }
}

/**
 * One announcement at a time: two at once would read the same news and show them twice. Whoever asks meanwhile shares
 * one more after it.
 */
export function createAnnouncer(parts: AnnounceParts): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= last.then(() => {
      next = null;
      const present = announce(parts);
      last = present.catch(() => undefined); // told to whoever asked for it
      return present;
    });
    return next;
  };
}

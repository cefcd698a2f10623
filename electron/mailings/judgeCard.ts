import type { Card } from '../../shared/contract/mailings.ts';
import { readAddress } from '../../shared/mailings/address.ts';
import type { Facts } from '../../shared/mailings/facts.ts';
import type { Finding } from '../../shared/mailings/finding.ts';
import { judge, plainContext } from '../../shared/mailings/judge.ts';
import type { LetterProfile } from '../../shared/mailings/letterProfiles.ts';
import type { DocumentSettings } from '../../shared/mailings/mailing.ts';
import { readWindow } from '../../shared/mailings/window.ts';
import type { Rules } from './parts.ts';

/** What is wrong with a file under the choices made for it. Pure. */
export function judgeCard(
  facts: Facts,
  settings: DocumentSettings,
  { profile, order }: Rules,
  fileName: string,
): Finding[] {
  return judge(
    facts,
    plainContext(profile, {
      channel: settings.sendBy,
      fileName,
      coversheet: order.coverSheet,
      bundling: order.bundling,
      addressLines: settings.addressLines,
      country: settings.country,
      emails: { to: settings.to, copies: [...settings.cc, ...settings.bcc] },
      punch: settings.punch === true,
      fold: settings.fold === true,
      dmc: settings.dataMatrixPosition !== '',
      pageDefinitions: settings.pageDefinitions.map(({ number }) => number),
    }),
  );
}

/** The address in the window of page 1, when there is one. */
export function readCardAddress(facts: Facts, profile: LetterProfile): Card['addressRead'] {
  const [first] = facts.pages;
  if (first === undefined) return null;
  const { lines } = readWindow(first, profile);
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (texts.length < 3) return null;
  return { lines: texts, country: readAddress(texts).country ?? 'CH' };
}

import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountSettingsSchema, type Account } from '../../../shared/contract/accounts.ts';
import type { TcgateServer } from '../../fakes/tcgateServer.ts';
import { addressAt, body, makePdf } from '../../lib/makePdf.ts';
import { get } from './api.ts';

/** Saves an account that speaks to the fake, without undo time. */
export async function addTcgate(page: Page, fake: TcgateServer): Promise<Account> {
  await get(page, 'settings.change', { undoTime: 0 });
  return get(page, 'accounts.save', {
    service: 'tcgate',
    name: 'Letters',
    settings: accountSettingsSchema.parse({
      environment: 'custom',
      serviceAddress: fake.url,
      signInWith: 'secret',
      clientId: fake.login.ClientId,
      tenant: fake.login.Tenant,
    }),
    secret: fake.login.Secret,
  });
}

/** Letters without a fault, each to somebody else; answers their paths. */
export async function writeLetters(folder: string, count: number, stem = 'Letter'): Promise<string[]> {
  const files: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const lines = ['Frau', `Anna Muster-${index}`, `Bahnhofstrasse ${index}`, `${3000 + index} Bern`];
    const file = join(folder, `${stem} ${String(index).padStart(2, '0')}.pdf`);
    writeFileSync(file, await makePdf([{ texts: [...addressAt(122, 58, lines), ...body] }]));
    files.push(file);
  }
  return files;
}

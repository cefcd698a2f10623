import { accountSettingsSchema, type Account } from '../../shared/contract/accounts.ts';
import { newId } from '../../shared/lib/newId.ts';
import { type AccountParts, describeAccount } from './saveAccount.ts';

/** What the practice account sells. */
const samples = [
  { productId: '66750', title: 'Voices by the River (CD)', price: '14.90' },
  { productId: '66760', title: 'The Long Way Home (DVD)', price: '19.90' },
  { productId: '66770', title: 'Field Recordings (USB)', price: '24.00' },
  { productId: '66780', title: 'Letters to a Young Luthier (book)', price: '18.50' },
];

/** Makes the practice account with its sample products; the same one if it exists. */
export async function tryPractice({ db, credentials, now }: AccountParts): Promise<Account> {
  const known = (await db.call('accounts.list')).find(({ service }) => service === 'practice');
  if (known !== undefined) return describeAccount(credentials, known);
  const account = await db.call('accounts.save', {
    id: newId(now()),
    service: 'practice',
    name: 'Practice',
    settings: accountSettingsSchema.parse({ loginEmail: 'practice@postroom.example' }),
    createdAt: now(),
  });
  await db.call(
    'products.import',
    samples.map((sample) => ({ ...sample, id: newId(now()), accountId: account.id, packaging: '' })),
  );
  return describeAccount(credentials, account);
}

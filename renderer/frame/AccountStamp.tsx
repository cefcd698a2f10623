import { useTranslation } from 'react-i18next';
import { useFrame } from './frameStore.ts';
import { go } from './routeStore.ts';

/** First letters of up to two words. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('');

/** The account one works with, as a perforated stamp; hatched for practice. Opens Accounts. */
export function AccountStamp() {
  const { t } = useTranslation();
  const account = useFrame((state) => state.accounts?.find((a) => a.id === state.accountId));
  if (!account) return null;
  const practice = account.service === 'practice';
  return (
    <button className="acct" title={account.name} onClick={() => go('accounts')}>
      <svg className="stampmk" viewBox="0 0 26 30" aria-hidden>
        <rect x="1" y="1" width="24" height="28" fill={practice ? 'var(--test-line)' : 'var(--accent)'} />
        <rect
          x="1"
          y="1"
          width="24"
          height="28"
          fill="none"
          stroke="var(--desk)"
          strokeWidth="3"
          strokeDasharray="0 4"
          strokeLinecap="round"
        />
        <text
          x="13"
          y="19.500"
          textAnchor="middle"
          fontSize="11"
          fontWeight="600"
          fill={practice ? 'var(--test-text)' : 'var(--on-accent)'}
        >
          {initials(account.name)}
        </text>
      </svg>
      <span className="grow">
        <span className="med ell block">{account.name}</span>
        <span className="sub xs block">{t(`accounts.services.${account.service}`)}</span>
      </span>
    </button>
  );
}

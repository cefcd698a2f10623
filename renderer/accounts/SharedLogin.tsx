import { useTranslation } from 'react-i18next';
import { useFrame } from '../frame/frameStore.ts';
import { Banner } from '../ui/Notices.tsx';
import { type AccountForm, sharingLogin } from './accountForm.ts';

/** Says that another account signs in with the same login, and what follows from that. */
export function SharedLogin({ form }: { form: AccountForm }) {
  const { t } = useTranslation();
  const other = useFrame((state) => sharingLogin(form, state.accounts ?? []));
  if (other === undefined) return null;
  return (
    <Banner mark="needs" title={t('accounts.sharedLogin.title', { name: other.name })}>
      {t(`accounts.sharedLogin.${form.service}`, { name: other.name })}
    </Banner>
  );
}

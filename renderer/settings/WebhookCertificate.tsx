import { useTranslation } from 'react-i18next';
import type { WebhookState } from '../../shared/contract/mailings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { longDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { SettingRow } from './SettingRow.tsx';

interface Props {
  webhook: Settings['webhook'];
  state: WebhookState | null;
  set: (part: Partial<Settings['webhook']>) => void;
  onChange: () => void;
}

/** The certificate the receiver shows: made here, or the user's own files. */
export function WebhookCertificate({ webhook, state, set, onChange }: Props) {
  const { t } = useTranslation();
  const choose = (which: 'certificate' | 'key'): void =>
    void api.mailings.chooseWebhookFile({ which }).then(onChange);
  const nameOf = (file: string | undefined): string =>
    file === undefined || file === '' ? t('webhook.noFile') : (file.split(/[\\/]/).at(-1) ?? file);
  return (
    <>
      <SettingRow label={t('webhook.certificate')} help={t('webhook.certificateHelp')}>
        <Segmented
          label={t('webhook.certificate')}
          value={webhook.certificate}
          choices={[
            { value: 'generated', label: t('webhook.generated') },
            { value: 'own', label: t('webhook.own') },
          ]}
          onChange={(certificate) => set({ certificate })}
        />
      </SettingRow>
      {webhook.certificate === 'own' ? (
        <>
          <SettingRow label={t('webhook.certificateFile')} help={nameOf(state?.certificateFile)}>
            <Button onPress={() => choose('certificate')}>{t('webhook.chooseCertificate')}</Button>
          </SettingRow>
          <SettingRow label={t('webhook.keyFile')} help={nameOf(state?.keyFile)}>
            <Button onPress={() => choose('key')}>{t('webhook.chooseKey')}</Button>
          </SettingRow>
        </>
      ) : null}
      {state?.certificate == null ? null : (
        <p className="setting-under sub xs">
          {t('webhook.certificateUntil', { day: longDay(state.certificate.until) })}
          <br />
          <span className="mono selectable">SHA-256 {state.certificate.fingerprint}</span>
        </p>
      )}
    </>
  );
}

import { Copy } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookState } from '../../shared/contract/mailings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { describeError } from '../lib/describeError.ts';
import { dayAndTime } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { CommitField } from '../mailings/CommitField.tsx';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Choices.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { hidden, SettingRow } from './SettingRow.tsx';
import type { Held } from './useSettings.ts';
import { WebhookCertificate } from './WebhookCertificate.tsx';

/** How often the state is asked for while the settings are open: events come in unasked. */
const askEvery = 2_000;

/** The receiver's state, kept fresh while it is looked at. */
function useWebhookState(enabled: boolean): [WebhookState | null, () => void] {
  const [state, setState] = useState<WebhookState | null>(null);
  const ask = useCallback(() => {
    void api.mailings.webhookState().then((answer) => {
      if (answer.ok) setState(answer.value);
    });
  }, []);
  useEffect(() => {
    ask();
    if (!enabled) return;
    const timer = setInterval(ask, askEvery);
    return () => clearInterval(timer);
  }, [ask, enabled]);
  return [state, ask];
}

/** A local https listener for the service's events, off unless the user wants it. */
export function WebhookSettings({ settings, change }: Held) {
  const { t } = useTranslation();
  const { webhook } = settings;
  const [state, ask] = useWebhookState(webhook.enabled);
  const set = (part: Partial<Settings['webhook']>) => change({ webhook: { ...webhook, ...part } });
  return (
    <>
      <SettingRow label={t('webhook.receiver')} help={t('webhook.receiverHelp')}>
        <Switch
          label={hidden(t('webhook.receiver'))}
          value={webhook.enabled}
          onChange={(enabled) => set({ enabled })}
        />
      </SettingRow>
      {webhook.enabled ? (
        <>
          <ReceiverState state={state} />
          <Register state={state} onChange={ask} />
          <SettingRow label={t('webhook.host')} help={t('webhook.hostHelp')}>
            <SelectField
              label={t('webhook.host')}
              hideLabel="hidden"
              value={webhook.host}
              choices={[...new Set(['127.0.0.1', '0.0.0.0', webhook.host])].map((value) => ({
                value,
                label: t(`webhook.hosts.${value.replaceAll('.', '-')}`, { defaultValue: value }),
              }))}
              onChange={(host) => set({ host })}
            />
          </SettingRow>
          <SettingRow label={t('webhook.port')} help={t('webhook.portHelp')}>
            <NumberField
              label={t('webhook.port')}
              hideLabel="hidden"
              grouping="none"
              value={webhook.port}
              min={1}
              max={65_535}
              onChange={(port) => set({ port })}
            />
          </SettingRow>
          <PublicAddress value={webhook.publicAddress} onCommit={(publicAddress) => set({ publicAddress })} />
          <WebhookCertificate webhook={webhook} state={state} set={set} onChange={ask} />
        </>
      ) : null}
    </>
  );
}

function ReceiverState({ state }: { state: WebhookState | null }) {
  const { t } = useTranslation();
  if (state === null) return null;
  if (!state.listening)
    return (
      <p className="setting-under err row" role="status">
        <StatusIcon mark="refused" />
        {t(`webhook.trouble.${state.error || 'none'}`, { defaultValue: state.error })}
      </p>
    );
  return (
    <p className="setting-under row" role="status">
      <StatusIcon mark="delivered" />
      <span>
        {t('webhook.listening')}{' '}
        {state.last === null
          ? t('webhook.noEvent')
          : t('webhook.lastEvent', {
              type: t(`webhook.events.${state.last.type}`, { defaultValue: state.last.type }),
              item: state.last.item,
              at: dayAndTime(state.last.at),
            })}{' '}
        {t('webhook.counts', { count: state.received, away: state.turnedAway })}
      </span>
    </p>
  );
}

/** The address to give to the service, its renewal, and the test. */
function Register({ state, onChange }: { state: WebhookState | null; onChange: () => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [tested, setTested] = useState('');
  const copy = async (): Promise<void> => {
    const copied = await api.mailings.copyWebhookAddress();
    toast(copied.ok ? t('webhook.copied') : t('webhook.trouble.receiverOff'));
  };
  const renew = async (): Promise<void> => {
    const renewed = await api.mailings.renewWebhookAddress();
    toast(renewed.ok ? t('webhook.renewed') : describeError(renewed.error));
    onChange();
  };
  const test = async (): Promise<void> => {
    setBusy(true);
    setTested('');
    const answer = await api.mailings.testWebhook();
    setBusy(false);
    if (!answer.ok) return setTested(describeError(answer.error));
    const { outcome, outside, detail } = answer.value;
    setTested(t(`webhook.test.${outcome}${outside ? 'Outside' : ''}`, { detail }));
  };
  if (state === null || !state.listening) return null;
  return (
    <>
      <SettingRow label={t('webhook.address')} help={t('webhook.addressHelp')}>
        <span className="mono selectable xs">{state.address}</span>
        <Button onPress={() => void copy()}>
          <Copy size={16} aria-hidden /> {t('webhook.copy')}
        </Button>
      </SettingRow>
      <SettingRow label={t('webhook.way')} help={t('webhook.wayHelp')}>
        <Button onPress={() => void renew()}>{t('webhook.renew')}</Button>
        <Button onPress={() => void test()} isPending={busy}>
          {t('webhook.testIt')}
        </Button>
      </SettingRow>
      {tested === '' ? null : (
        <p className="setting-under" role="status">
          {tested}
        </p>
      )}
    </>
  );
}

function PublicAddress({ value, onCommit }: { value: string; onCommit: (value: string) => void }) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState(false);
  const commit = (text: string): void => {
    const address = text.trim();
    const good = address === '' || /^https:\/\/[^\s/?#]+(\/[^\s?#]*)?$/i.test(address);
    setWrong(!good);
    if (good) onCommit(address);
  };
  return (
    <SettingRow label={t('webhook.publicAddress')} help={t('webhook.publicAddressHelp')}>
      <div className="setting-text">
        <CommitField
          label={t('webhook.publicAddress')}
          value={value}
          onCommit={commit}
          {...(wrong ? { help: t('webhook.publicAddressWrong') } : {})}
        />
      </div>
    </SettingRow>
  );
}

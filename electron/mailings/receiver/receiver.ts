import { randomBytes, X509Certificate } from 'node:crypto';
import type { Output } from '../../../shared/contract/contract.ts';
import type { WebhookState } from '../../../shared/contract/mailings.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { systemCode } from '../../../shared/lib/systemCode.ts';
import { CertificateTrouble, loadKeys } from './keys.ts';
import { startWebhook, type Webhook, type WebhookParts } from './listener.ts';
import type { KeyPair } from './selfSigned.ts';
import { knock } from './knock.ts';

export interface Receiver {
  /** Opens, closes or moves the listener as the settings say. */
  follow: (settings: Settings['webhook']) => Promise<void>;
  state: () => Promise<WebhookState>;
  /** The whole address to register goes to the clipboard. */
  copyAddress: () => Promise<Result<void>>;
  /** Another secret address. */
  renew: () => Promise<Result<WebhookState>>;
  chooseFile: (which: 'certificate' | 'key') => Promise<WebhookState>;
  test: () => Promise<Output<'mailings.testWebhook'>>;
  close: () => Promise<void>;
}

export interface ReceiverParts extends Pick<WebhookParts, 'note' | 'heard' | 'report'> {
  now: () => number;
  /** The last event noted, also before the last start. */
  lastEvent: () => Promise<WebhookState['last']>;
  /** Where a certificate made here is kept. */
  folder: string;
  /** The secret part of the address, in the keychain. */
  readSecret: () => Promise<Result<string | null>>;
  keepSecret: (secret: string) => Promise<Result<void>>;
  webhookSettings: () => Promise<Settings['webhook']>;
  change: (webhook: Settings['webhook']) => Promise<void>;
  chooseKeyFile: () => Promise<string | null>;
  writeClipboard: (text: string) => void;
  /** For the test through the public address. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** The webhook receiver with its certificate and its secret address; nothing listens unless the settings say so. */
export function createReceiver(parts: ReceiverParts): Receiver {
  let webhook: Webhook | null = null;
  let keys: KeyPair | null = null;
  let secret = '';
  let trouble = '';
  let present: Settings['webhook'] | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function shut(): Promise<void> {
    await webhook?.close();
    webhook = null;
    keys = null;
    trouble = '';
  }

  async function open(settings: Settings['webhook']): Promise<void> {
    const known = await secretAddress();
    if (!known.ok) {
      trouble = 'keychain';
      return;
    }
    secret = known.value;
    try {
      keys = await loadKeys(settings, parts.folder, parts.now());
      const { host, port } = settings;
      webhook = await startWebhook({ ...parts, ...keys, host, port, secret });
    } catch (error) {
      // The settings say what is wrong; mail goes on without it.
      trouble = troubleOf(error);
    }
  }

  /** The stored secret, or a new one, stored before it is used. */
  async function secretAddress(): Promise<Result<string>> {
    const stored = await parts.readSecret();
    if (!stored.ok) return stored;
    if (stored.value !== null && stored.value !== '') return ok(stored.value);
    const made = randomBytes(24).toString('base64url');
    const kept = await parts.keepSecret(made);
    return kept.ok ? ok(made) : kept;
  }

  const follow = (settings: Settings['webhook']): Promise<void> => {
    turn = turn
      .then(async () => {
        const same = JSON.stringify(settings) === JSON.stringify(present);
        if (same && (trouble === '' || !settings.enabled)) return;
        present = settings;
        await shut();
        if (settings.enabled) await open(settings);
      })
      .catch((reason: unknown) => parts.report('webhook receiver', reason));
    return turn;
  };

  const baseOf = (settings: Settings['webhook']): string =>
    settings.publicAddress === ''
      ? `https://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`
      : settings.publicAddress.replace(/\/+$/, '');

  const state = async (): Promise<WebhookState> => {
    await turn;
    const settings = await parts.webhookSettings();
    const heard = webhook?.heard() ?? { received: 0, turnedAway: 0 };
    const parsed = keys === null ? null : new X509Certificate(keys.certificate);
    return {
      listening: webhook !== null,
      address: webhook === null ? '' : `${baseOf(settings)}/••••••••`,
      error: trouble,
      ...heard,
      last: await parts.lastEvent(),
      certificate:
        parsed === null ? null : { fingerprint: parsed.fingerprint256, until: Date.parse(parsed.validTo) },
      certificateFile: settings.certificateFile,
      keyFile: settings.keyFile,
    };
  };

  return {
    follow,
    state,
    copyAddress: async () => {
      await turn;
      if (webhook === null) return fail('conflict', 'receiverOff');
      parts.writeClipboard(`${baseOf(await parts.webhookSettings())}/${secret}`);
      return ok(undefined);
    },
    renew: async () => {
      const kept = await parts.keepSecret(randomBytes(24).toString('base64url'));
      if (!kept.ok) return kept;
      present = null;
      await follow(await parts.webhookSettings());
      return ok(await state());
    },
    chooseFile: async (which) => {
      const file = await parts.chooseKeyFile();
      if (file !== null) {
        const before = await parts.webhookSettings();
        await parts.change({ ...before, [which === 'key' ? 'keyFile' : 'certificateFile']: file });
      }
      return state();
    },
    test: async () => {
      await turn;
      const settings = await parts.webhookSettings();
      const outside = settings.publicAddress !== '';
      if (webhook === null || keys === null) return { outcome: 'off', outside, detail: trouble };
      if (outside) return { outside, ...(await knock.outside(`${baseOf(settings)}/${secret}`, parts.fetch)) };
      return { outside, ...(await knock.here(webhook.port(), settings.host, secret, keys.certificate)) };
    },
    close: async () => {
      await turn;
      await shut();
    },
  };
}

/** A word the page knows, or the system's message. */
function troubleOf(error: unknown): string {
  if (error instanceof CertificateTrouble) return error.word;
  const code = systemCode(error);
  if (code === 'EADDRINUSE') return 'portInUse';
  if (code === 'EACCES') return 'portForbidden';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'noSuchHost';
  return error instanceof Error ? error.message : String(error);
}

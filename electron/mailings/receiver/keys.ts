import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../../shared/contract/settings.ts';
import { replaceFile } from '../../files/replaceFile.ts';
import { makeSelfSigned, stillGood, type KeyPair } from './selfSigned.ts';

/** Trouble with the certificate, in a word the page knows; anything else is the system's own message. */
export class CertificateTrouble extends Error {
  readonly word: 'ownMissing' | 'ownUnreadable' | 'ownMismatch' | 'ownExpired';
  constructor(word: CertificateTrouble['word']) {
    super(word);
    this.word = word;
  }
}

/**
 * Certificate and key of the receiver: the user's own files, or ones made here once and renewed before they expire.
 * The key of the latter can be read by this user of the computer only.
 */
export async function loadKeys(settings: Settings['webhook'], folder: string, now: number): Promise<KeyPair> {
  return settings.certificate === 'own' ? ownKeys(settings, now) : madeKeys(settings.host, folder, now);
}

async function ownKeys({ certificateFile, keyFile }: Settings['webhook'], now: number): Promise<KeyPair> {
  if (certificateFile === '' || keyFile === '') throw new CertificateTrouble('ownMissing');
  const pair = await Promise.all([readFile(certificateFile, 'utf8'), readFile(keyFile, 'utf8')]).then(
    ([certificate, key]) => ({ certificate, key }),
    () => {
      throw new CertificateTrouble('ownUnreadable');
    },
  );
  const parsed = readPair(pair);
  if (parsed === null) throw new CertificateTrouble('ownMismatch');
  if (Date.parse(parsed.validTo) < now) throw new CertificateTrouble('ownExpired');
  return pair;
}

/** The certificate of a pair that belongs together, or null. */
function readPair({ certificate, key }: KeyPair): X509Certificate | null {
  try {
    const parsed = new X509Certificate(certificate);
    return parsed.checkPrivateKey(createPrivateKey(key)) ? parsed : null;
  } catch {
    return null; // not PEM, or a key with a passphrase
  }
}

async function madeKeys(host: string, folder: string, now: number): Promise<KeyPair> {
  const file = path.join(folder, 'receiver.pem');
  const text = await readFile(file, 'utf8').catch(() => ''); // none yet
  const [key = '', certificate = ''] = text.split(/(?=-----BEGIN CERTIFICATE-----)/);
  if (stillGood({ certificate, key }, host, now)) return { certificate, key };
  const made = makeSelfSigned([host], now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Key and certificate in one file, renamed into place: never one without the other.
  await replaceFile(file, made.key + made.certificate, 0o600);
  return made;
}

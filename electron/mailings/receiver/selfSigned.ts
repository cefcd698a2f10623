import { createPrivateKey, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** PEM texts. */
export interface KeyPair {
  certificate: string;
  key: string;
}

const day = 24 * 60 * 60_000;
/** As long as most programs accept a certificate for. */
const validDays = 820;

/** One value in DER: tag, length, content. */
function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length < 0x100 ? 2 : 4, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const bitString = (bytes: Buffer): Buffer => der(0x03, Buffer.from([0]), bytes);

/** An object identifier, "1.2.840.10045.4.3.2". */
function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}

/** UTCTime until 2049, GeneralizedTime from 2050 on (RFC 5280, 4.1.2.5). */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '');
  return digits < '2050' ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  sequence(oid(id), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));

/** A host as a name the certificate is good for: an address or a DNS name. */
function altName(host: string): Buffer {
  if (isIP(host) === 4) return der(0x87, Buffer.from(host.split('.').map(Number)));
  if (isIP(host) === 6) {
    const groups = new URL(`http://[${host}]`).hostname.slice(1, -1);
    const [left = '', right = ''] = groups.split('::');
    const wide = (text: string): string[] => (text === '' ? [] : text.split(':'));
    const zeros = 8 - wide(left).length - wide(right).length;
    const all = [...wide(left), ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...wide(right)];
    return der(0x87, Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex'));
  }
  return der(0x82, Buffer.from(host, 'latin1'));
}

/**
 * A new key (P-256) and a certificate signed with it, good for these hosts and for loopback (RFC 5280).
 * @param now milliseconds since 1970
 */
export function makeSelfSigned(hosts: readonly string[], now: number): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
  const name = sequence(
    der(0x31, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from('Postroom webhook receiver')))),
  );
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40; // positive, and never too short
  const names = [...new Set(['localhost', '127.0.0.1', '::1', ...hosts.filter((host) => host !== '')])];
  const extensions = sequence(
    extension('2.5.29.17', false, sequence(...names.map(altName))), // subjectAltName
    extension('2.5.29.19', true, sequence()), // basicConstraints: not an authority
    extension('2.5.29.15', true, der(0x03, Buffer.from([7, 0x80]))), // keyUsage: digitalSignature
    extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))), // extKeyUsage: serverAuth
  );
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(time(now - day), time(now + validDays * day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const certificate = sequence(toSign, ecdsaWithSha256, bitString(sign('sha256', toSign, privateKey)));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** Whether a certificate of ours can still be used: valid for another month, its key fits, and it names the host. */
export function stillGood({ certificate, key }: KeyPair, host: string, now: number): boolean {
  try {
    const parsed = new X509Certificate(certificate);
    const names = isIP(host) === 0 ? parsed.checkHost(host) : parsed.checkIP(host);
    return (
      Date.parse(parsed.validTo) - now > 30 * day &&
      names !== undefined &&
      parsed.checkPrivateKey(createPrivateKey(key))
    );
  } catch {
    return false; // not a certificate any more: a new one is made
  }
}

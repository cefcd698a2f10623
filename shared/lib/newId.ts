const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const encode = (value: number, length: number): string => {
  let rest = value;
  let out = '';
  for (let i = 0; i < length; i++) {
    out = (alphabet[rest % 32] ?? '0') + out;
    rest = Math.floor(rest / 32);
  }
  return out;
};

/** A new id: 9 characters of time (so that ids sort by age and indexes stay compact) and 80 random bits. */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let random = '';
  for (const byte of bytes) random += alphabet[byte % 32] ?? '0';
  return encode(now, 9) + random;
}

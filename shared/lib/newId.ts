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

/** Random bytes for many ids at once: asking for them one id at a time is slow. */
const pool = new Uint8Array(4096);
let used = pool.length;

/** A new id: 9 characters of time (so that ids sort by age and indexes stay compact) and 80 random bits. */
export function newId(now: number = Date.now()): string {
  if (used + 16 > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let random = '';
  for (let i = 0; i < 16; i++) random += alphabet[(pool[used++] ?? 0) % 32] ?? '0';
  return encode(now, 9) + random;
}

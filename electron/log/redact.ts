/** What stands in the log instead of what nobody may read there. */
export const hidden = '‹hidden›';

export interface Redactor {
  /** From now on this text is hidden wherever it appears, also percent-encoded, base64 or escaped. */
  hide: (secret: string) => void;
  /** The text without secrets, e-mail addresses, query strings, quoted data and the user's home folder. */
  clean: (text: string) => string;
}

const email = /[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}.-]+/giu;
const bearer = /\b(bearer|basic)\s+[\w+/=.~-]{6,}/gi;
const named =
  /((?:pass(?:word|wd)?|pwd|secret|token|authorization|api[-_]?key|client[-_]?secret)["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s&,;<>}]+)/gi;
const query = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s?#"'<>]*)[?#][^\s"'<>)]*/gi;
const userInfo = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"'<>]+@/gi;
const xmlText = />([^<>\n]+)</g;
/** Parsers quote what they choke on: `Unexpected token 'J', "John Smi"...`. */
const quoted = /"[^"\n]*"/g;

/**
 * Makes the function every line of the log and the diagnostics goes through.
 * @param home the user's home folder, whose path holds a name; '' = unknown
 */
export function makeRedactor(home: string): Redactor {
  const secrets = new Set<string>();
  return {
    hide: (secret) => {
      // Hiding a text of one or two letters would only tear the log apart.
      if (secret.length < 3) return;
      for (const spelling of spellings(secret)) secrets.add(spelling);
    },
    clean: (text) => {
      let clean = text;
      for (const secret of [...secrets].toSorted((a, b) => b.length - a.length)) {
        clean = clean.replaceAll(secret, hidden);
      }
      if (home.length > 1) clean = clean.replaceAll(home, '~');
      return clean
        .replaceAll(userInfo, `$1${hidden}@`)
        .replaceAll(query, `$1?${hidden}`)
        .replaceAll(bearer, `$1 ${hidden}`)
        .replaceAll(named, `$1${hidden}`)
        .replaceAll(email, hidden)
        .replaceAll(xmlText, `>${hidden}<`)
        .replaceAll(quoted, `"${hidden}"`);
    },
  };
}

function spellings(secret: string): string[] {
  const uri = encodeURIComponent(secret);
  return [
    secret,
    uri,
    uri.replaceAll('%20', '+'),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    Buffer.from(secret, 'utf8').toString('base64'),
  ];
}

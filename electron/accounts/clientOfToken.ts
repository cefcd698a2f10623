import { z } from 'zod';

const claimsSchema = z.object({ client: z.string().min(1), tenant: z.string().default('') });

/**
 * Whom a TC.gate token was made for, as its claims say (JSON Web Token, RFC 7519; names as in the document's sample of
 * "Generate Token"). Null for a token that does not say. Nothing is trusted for it: it only tells one client from another.
 */
export function clientOfToken(token: string): { clientId: string; tenant: string } | null {
  const claims = token.split('.')[1];
  if (claims === undefined) return null;
  try {
    const read = claimsSchema.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')));
    return read.success ? { clientId: read.data.client, tenant: read.data.tenant } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

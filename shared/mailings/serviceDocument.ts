import type { Output } from '../contract/contract.ts';
import type { Result } from '../contract/result.ts';

/** A document at the service, wherever it was sent from. */
export interface ServiceDocument {
  number: string;
  status: string;
  type: string;
  /** Without our token. */
  reference: string;
  addressLines: string[];
  country: string;
  /** The service prints it, or will by itself when the e-mail comes back. */
  goesByPost: boolean;
}

/** What can be asked about documents that the service's own lists name. */
export interface ServiceDocuments {
  list: (
    accountId: string,
    list: 'registered' | 'bounced',
  ) => Promise<Result<Output<'mailings.serviceList'>>>;
  look: (accountId: string, number: string) => Promise<Result<ServiceDocument>>;
  /** Its PDF, piece by piece. */
  download: (accountId: string, number: string) => Promise<Result<AsyncIterable<Uint8Array>>>;
}

import type { Channel } from '../../../shared/mailings/limits.ts';
import type { MailingSettings } from '../../../shared/mailings/mailing.ts';

/** "experience" of Place Order. */
const experiences = { post: 'PRINT', email: 'EMAIL', emailThenPost: 'X-CHANNEL-EMAIL-PRINT' } as const;

/** Assumed: the download lost the name; "Additional metadata for the email". */
const templateValuesProperty = 'metadata';
/** Assumed, after the schema's CreateOrderRequestDataMatrixCode, and that it belongs to the shipping. */
const dataMatrixProperty = 'dataMatrixCode';

/** Place Order: the body for documents that are all accepted. */
export function encodeMailing(
  settings: MailingSettings,
  channel: Channel,
  documentNumbers: readonly string[],
  clientReference: string,
): Record<string, unknown> {
  const channels: Record<string, unknown> = {};
  if (channel !== 'post') channels['email'] = encodeEmail(settings);
  if (channel !== 'email') channels['print'] = encodePrint(settings);
  return {
    experience: experiences[channel],
    sla: settings.serviceLevel,
    ...(settings.sendOn === '' ? {} : { scheduleOn: settings.sendOn }),
    documents: documentNumbers,
    settings: channels,
    clientReference,
  };
}

function encodeEmail(settings: MailingSettings): Record<string, unknown> {
  return {
    ...(settings.sender === '' ? {} : { from: settings.sender }),
    ...(settings.template === '' ? {} : { template: settings.template }),
    ...(Object.keys(settings.templateValues).length === 0
      ? {}
      : { [templateValuesProperty]: settings.templateValues }),
  };
}

function encodePrint(settings: MailingSettings): Record<string, unknown> {
  return {
    bundling: settings.bundling,
    coversheet: settings.coverSheet,
    ...(settings.supplements.length === 0 ? {} : { supplements: settings.supplements }),
    shipping: {
      method: settings.postage,
      ...(Object.keys(settings.dataMatrix).length === 0 ? {} : { [dataMatrixProperty]: settings.dataMatrix }),
    },
  };
}

import i18next from 'i18next';
import type { AppError } from '../../shared/contract/result.ts';

/** The sentence a person reads for an error: what happened, what it means, what to do. */
export function describeError(error: AppError): string {
  return i18next.t(`errors.${error.code}`, { detail: error.detail ?? '', defaultValue: error.code });
}

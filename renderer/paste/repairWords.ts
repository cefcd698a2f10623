import type { TFunction } from 'i18next';
import type { RepairGroup } from '../../shared/paste/pasteTypes.ts';

/** "12 postal codes: leading zero". */
export const groupWords = (group: RepairGroup, t: TFunction): string =>
  t(`paste.group.${group.code}`, {
    count: group.count,
    defaultValue: t('paste.group.other', { count: group.count }),
  });

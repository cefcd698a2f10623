import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { judgePlace, type PlaceFields } from '../../shared/address/judgePlace.ts';
import { StatusIcon } from './StatusMark.tsx';

type PlaceField = keyof PlaceFields;
const placeFields: readonly PlaceField[] = ['city', 'state', 'postcode', 'country'];

interface Note {
  help?: ReactNode;
  onBlur: () => void;
}

/**
 * What to say under the fields of a place, once they were left: the doubt, and its remedy as a link. A doubt warns; it
 * forbids nothing, for a country's rules have exceptions that only its post knows.
 */
export function usePlaceNotes(
  place: PlaceFields,
  set: (change: Partial<PlaceFields>) => void,
): (field: PlaceField) => Note {
  const { t } = useTranslation();
  // What stood there from the start was left long ago.
  const [left, setLeft] = useState<ReadonlySet<PlaceField>>(
    () => new Set(placeFields.filter((field) => place[field] !== '')),
  );
  const doubts = judgePlace(place);
  return (field) => {
    const onBlur = () => setLeft(new Set([...left, field]));
    const doubt = doubts.find((one) => one.field === field);
    if (doubt === undefined || !left.has(field)) return { onBlur };
    const { use } = doubt;
    return {
      onBlur,
      help: (
        <span className="warn">
          <StatusIcon mark="needs" />
          <span>
            {t(`place.doubt.${doubt.code}`, doubt.params)}{' '}
            {use === null ? null : (
              <button type="button" className="fix" onClick={() => set({ [field]: use })}>
                {use === '' ? t('place.empty') : t('place.use', { value: use })}
              </button>
            )}
          </span>
        </span>
      ),
    };
  };
}

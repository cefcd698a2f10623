import { useTranslation } from 'react-i18next';
import type { PasteField } from '../../shared/paste/fields.ts';
import { editorFor } from './gridColumns.ts';
import { chooseConstant } from './pasteFlow.ts';

/** One value for a field that no column has; where only some are possible, they are offered. */
export function ConstantField({ field, value }: { field: PasteField; value: string }) {
  const { t } = useTranslation();
  const editor = editorFor(field, [], t);
  const choices = editor?.kind === 'choice' ? editor.choices : null;
  return (
    <label className="f">
      <span className="lab">{t('paste.columns.allRows', { field: t(`paste.role.${field}`) })}</span>
      {choices === null ? (
        <input
          defaultValue={value}
          onBlur={(event) => {
            const typed = event.target.value.trim();
            if (typed !== value) chooseConstant(field, typed);
          }}
        />
      ) : (
        <select
          className="g-select"
          value={value}
          onChange={(event) => chooseConstant(field, event.target.value)}
        >
          <option value="">{t('paste.columns.perRow')}</option>
          {choices.some((choice) => choice.value === value) || value === '' ? null : <option>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

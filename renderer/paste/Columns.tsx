import { useTranslation } from 'react-i18next';
import type { ColumnRole, PasteField } from '../../shared/paste/fields.ts';
import { columnRoles } from '../../shared/paste/fields.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { ConstantField } from './ConstantField.tsx';
import { chooseHeader, chooseRole, takeSheet } from './pasteFlow.ts';
import { usePaste } from './pasteStore.ts';

const constantFields: readonly PasteField[] = [
  'sku',
  'quantity',
  'country',
  'state',
  'city',
  'zip',
  'method',
];
const isRole = (text: string): text is ColumnRole => columnRoles.some((role) => role === text);

/** Step two: what each column means, with what is in it; and one value for fields that no column has. */
export function Columns() {
  const { t } = useTranslation();
  const sheet = usePaste((state) => state.sheet);
  const set = usePaste((state) => state.set);
  if (!sheet) return null;
  const source = sheet.columns.flatMap((column, index) => (column.added ? [] : [{ ...column, index }]));
  const roles = new Set(source.map((column) => column.role));
  const open = constantFields.filter((field) => !roles.has(field) || sheet.constants[field] !== undefined);
  return (
    <div className="body cols">
      <div className="matching">
        <div className="row wrap">
          <h2 className="sec-h">
            {t('paste.columns.title')}
            <span className="sub">
              {sheet.profile ? t('paste.columns.profile', { shop: shopName(sheet.profile) }) : null}
            </span>
          </h2>
          <span className="grow" />
          {sheet.sheets.length > 1 ? (
            <label className="row">
              {t('paste.columns.sheet')}
              <select
                className="g-select fit"
                value={sheet.sheet}
                onChange={(event) => takeSheet(Number(event.target.value))}
              >
                {sheet.sheets.map((name, index) => (
                  <option key={name} value={index}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <Checkbox
            label={t('paste.columns.header')}
            value={sheet.headerRecord > 0}
            onChange={chooseHeader}
          />
        </div>
        <table>
          <thead>
            <tr>
              <th>{t('paste.columns.theirs')}</th>
              <th>{t('paste.columns.samples')}</th>
              <th>{t('paste.columns.ours')}</th>
            </tr>
          </thead>
          <tbody>
            {source.map(({ header, samples, role, index }) => (
              <tr key={index}>
                <td className="med ell">{header || t('paste.columns.unnamed', { number: index + 1 })}</td>
                <td className="sub ell">{samples.join(' · ')}</td>
                <td>
                  <RoleSelect header={header} index={index} role={role} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {open.length > 0 ? (
          <>
            <h2 className="sec-h">{t('paste.columns.constants')}</h2>
            <div className="constants">
              {open.map((field) => (
                <ConstantField key={field} field={field} value={sheet.constants[field] ?? ''} />
              ))}
            </div>
          </>
        ) : null}
      </div>
      <div className="strip sm">
        {sheet.missing.length > 0 ? (
          <span className="needs">
            {t('paste.columns.missing', {
              fields: sheet.missing.map((field) => t(`paste.role.${field}`)).join(', '),
            })}
          </span>
        ) : (
          <span className="sub">{t('paste.columns.remembered')}</span>
        )}
        <span className="grow" />
        <Button onPress={() => set({ step: 'in' })}>{t('paste.back')}</Button>
        <Button look="primary" onPress={() => set({ step: 'rows' })}>
          {t('paste.columns.next')}
        </Button>
      </div>
    </div>
  );
}

const shopName = (profile: string): string => profile.charAt(0).toUpperCase() + profile.slice(1);

function RoleSelect({ header, index, role }: { header: string; index: number; role: ColumnRole }) {
  const { t } = useTranslation();
  return (
    <select
      className="g-select fit"
      aria-label={t('paste.fieldFor', {
        header: header || t('paste.columns.unnamed', { number: index + 1 }),
      })}
      value={role}
      onChange={(event) => {
        if (isRole(event.target.value)) chooseRole(index, event.target.value);
      }}
    >
      {columnRoles.map((one) => (
        <option key={one} value={one}>
          {t(`paste.role.${one}`)}
        </option>
      ))}
    </select>
  );
}

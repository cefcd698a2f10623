import { Input, NumberField as AriaNumberField } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldShape } from './Field.tsx';

interface Props extends FieldShape {
  value: number;
  min: number;
  max: number;
  /** Called with a whole number within the bounds, when the field is left or Enter is pressed. */
  onChange: (value: number) => void;
  /** The label is only for assistive technology: it stands elsewhere on the page. */
  hideLabel?: 'hidden';
  /** A number that is a name (a port) is written without separators. */
  grouping?: 'none';
}

/** A whole number within bounds, written as the language writes numbers; arrow keys step it. */
export function NumberField({
  label,
  remark,
  help,
  error,
  hideLabel,
  grouping,
  value,
  min,
  max,
  onChange,
}: Props) {
  return (
    <AriaNumberField
      className="f number"
      value={value}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: grouping === undefined }}
      isInvalid={Boolean(error)}
      onChange={(next) => {
        if (Number.isInteger(next) && next !== value) onChange(next);
      }}
      {...(hideLabel === undefined ? {} : { 'aria-label': label })}
    >
      {hideLabel === undefined ? <FieldLabel label={label} remark={remark} /> : null}
      <Input className="num-in" />
      <FieldNotes help={help} error={error} />
    </AriaNumberField>
  );
}

import { Check, ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, type Key } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldShape } from './Field.tsx';

export interface Choice<T extends string> {
  value: T;
  label: string;
  under?: string;
  side?: string;
}

interface Props<T extends string> extends FieldShape {
  value: T | null;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
  onBlur?: () => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  disabled?: 'disabled' | undefined;
  /** The label is only for assistive technology (in table heads). */
  hideLabel?: 'hidden';
  autoFocus?: boolean;
}

/** One of few, known choices. */
export function SelectField<T extends string>(props: Props<T>) {
  const {
    label,
    remark,
    help,
    error,
    value,
    choices,
    onChange,
    onBlur,
    placeholder,
    disabled,
    hideLabel,
    autoFocus = false,
  } = props;
  const choose = (key: Key | null) => {
    const found = choices.find((choice) => choice.value === key);
    if (found) onChange(found.value);
  };
  return (
    <Select
      className="f"
      value={value}
      onChange={choose}
      isInvalid={Boolean(error)}
      isDisabled={disabled !== undefined}
      autoFocus={autoFocus}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(onBlur ? { onBlur } : {})}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <FieldLabel label={label} remark={remark} />}
      <Button className="trigger">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <FieldNotes help={help} error={error} />
      <Popover className="popover" offset={4}>
        <ListBox className="options" items={choices.map((choice) => ({ ...choice, id: choice.value }))}>
          {(choice) => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </Select>
  );
}

/**
 * A line of a list of choices: tick, label, a line under it, a remark at the right.
 * The choice is one property: the collection puts `id` and `value` of its own on every line it draws.
 */
export function Option({ choice }: { choice: Choice<string> }) {
  return (
    <ListBoxItem id={choice.value} textValue={choice.label} className="option">
      {({ isSelected }) => (
        <>
          <span className="tick">{isSelected ? <Check size={14} aria-hidden /> : null}</span>
          <span>
            {choice.label}
            {choice.under ? <div className="under">{choice.under}</div> : null}
          </span>
          {choice.side ? <span className="side">{choice.side}</span> : null}
        </>
      )}
    </ListBoxItem>
  );
}

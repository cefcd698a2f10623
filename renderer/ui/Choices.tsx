import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  Switch as AriaSwitch,
  ToggleButton,
  ToggleButtonGroup,
  type Key,
} from 'react-aria-components';

interface YesNo {
  label: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
  disabled?: 'disabled' | undefined;
}

/** A box to tick. */
export function Checkbox({ label, value, onChange, disabled }: YesNo) {
  return (
    <AriaCheckbox
      className="check"
      isSelected={value}
      onChange={onChange}
      isDisabled={disabled !== undefined}
    >
      {({ isSelected }) => (
        <>
          <span className="box">{isSelected ? <Check aria-hidden /> : null}</span>
          <span>{label}</span>
        </>
      )}
    </AriaCheckbox>
  );
}

/** On or off, at once. */
export function Switch({ label, value, onChange, disabled }: YesNo) {
  return (
    <AriaSwitch className="switch" isSelected={value} onChange={onChange} isDisabled={disabled !== undefined}>
      <span className="knob" />
      <span>{label}</span>
    </AriaSwitch>
  );
}

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** Two or three choices side by side, one always chosen: Live or Test. */
export function Segmented<T extends string>({ label, value, choices, onChange }: SegmentedProps<T>) {
  const choose = (keys: Set<Key>) => {
    const found = choices.find((choice) => keys.has(choice.value));
    if (found) onChange(found.value);
  };
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value} className="">
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, Input, ListBox, Popover, type Key } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldShape } from './Field.tsx';
import { Option, type Choice } from './SelectField.tsx';

interface Props extends FieldShape {
  /** What stands in the field. */
  text: string;
  choices: readonly Choice<string>[];
  onText: (text: string) => void;
  /** A choice was taken; its text has been reported by onText before. */
  onChoose: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** `filtered`: choices are narrowed here by what is typed; `given`: they already fit. */
  narrowing: 'filtered' | 'given';
  /** Choices for what was typed are on their way. */
  coming?: 'coming' | undefined;
  /** Without the ▼ button: suggestions only come while typing. */
  button?: 'none';
  onPasteText?: (text: string) => boolean;
}

/** Text with choices: products, countries, recipients. Anything may be typed. */
export function ComboField(props: Props) {
  const {
    label,
    remark,
    help,
    error,
    text,
    choices,
    onText,
    onChoose,
    onBlur,
    placeholder,
    narrowing,
    button,
    coming,
  } = props;
  // What was just chosen stands in the field: nothing more is offered until it is changed.
  const [chosen, setChosen] = useState<string | null>(null);
  const settled = narrowing === 'given' && chosen === text;
  const items = settled ? [] : choices.map((choice) => ({ ...choice, id: choice.value }));
  const choose = (key: Key | null) => {
    if (key === null) return;
    setChosen(choices.find((choice) => choice.value === key)?.label ?? null);
    onChoose(String(key));
  };
  return (
    <ComboBox
      className="f"
      inputValue={text}
      onInputChange={onText}
      onChange={choose}
      value={null}
      allowsCustomValue
      // Suggestions come after what was typed: the list opens for them and is not seen before.
      allowsEmptyCollection={coming !== undefined && !settled}
      menuTrigger="input"
      isInvalid={Boolean(error)}
      {...(narrowing === 'filtered' ? { defaultItems: items } : { items })}
      {...(onBlur ? { onBlur } : {})}
    >
      <FieldLabel label={label} remark={remark} />
      <div className="combo">
        <Input
          {...(placeholder === undefined ? {} : { placeholder })}
          onPaste={(event) => {
            if (props.onPasteText?.(event.clipboardData.getData('text/plain'))) event.preventDefault();
          }}
        />
        {button === 'none' ? null : (
          <Button>
            <ChevronDown aria-hidden />
          </Button>
        )}
      </div>
      <FieldNotes help={help} error={error} />
      <Popover className={items.length === 0 ? 'popover unseen' : 'popover'} offset={4}>
        <ListBox className="options">{(choice: Choice<string>) => <Option choice={choice} />}</ListBox>
      </Popover>
    </ComboBox>
  );
}

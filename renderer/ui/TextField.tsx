import { Input, TextArea, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldShape } from './Field.tsx';

interface Props extends FieldShape, Omit<TextFieldProps, 'className' | 'children' | 'isInvalid'> {
  placeholder?: string;
  /** Numbers stand right. */
  numeric?: 'numeric';
  onPasteText?: (text: string) => boolean;
}

/** One line of text. `onPasteText` may take a paste over; it answers true then. */
export function TextField({
  label,
  remark,
  help,
  error,
  placeholder,
  numeric,
  onPasteText,
  ...props
}: Props) {
  return (
    <AriaTextField {...props} className="f" isInvalid={Boolean(error)}>
      <FieldLabel label={label} remark={remark} />
      <Input
        {...(placeholder === undefined ? {} : { placeholder })}
        className={numeric ? 'num-in' : ''}
        onPaste={(event) => {
          if (onPasteText?.(event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
      />
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  );
}

/** Several lines of text. */
export function TextBlock({
  label,
  remark,
  help,
  error,
  rows = 2,
  ...props
}: Omit<Props, 'numeric'> & { rows?: number }) {
  return (
    <AriaTextField {...props} className="f" isInvalid={Boolean(error)}>
      <FieldLabel label={label} remark={remark} />
      <TextArea rows={rows} />
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  );
}

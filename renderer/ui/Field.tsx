import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { StatusIcon } from './StatusMark.tsx';

/** What every field shares: a label that stays, a remark beside it, help or an error below, with its place kept. */
export interface FieldShape {
  label: string;
  /** Beside the label: "optional", "generated, change it if you like". */
  remark?: string | undefined;
  help?: ReactNode;
  /** What is wrong, in a sentence. */
  error?: ReactNode;
}

export function FieldLabel({ label, remark }: Pick<FieldShape, 'label' | 'remark'>) {
  return (
    <span className="lab-row">
      <Label className="lab">{label}</Label>
      {remark ? <span className="help">{remark}</span> : null}
    </span>
  );
}

export function FieldNotes({ help, error }: Pick<FieldShape, 'help' | 'error'>) {
  return (
    <>
      {help && !error ? (
        <Text slot="description" className="help">
          {help}
        </Text>
      ) : null}
      <FieldError className="err">
        {error ? (
          <>
            <StatusIcon mark="refused" />
            <span>{error}</span>
          </>
        ) : null}
      </FieldError>
    </>
  );
}

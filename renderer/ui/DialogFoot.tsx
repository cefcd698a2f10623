import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface Props {
  /** What went wrong with the last try; '' = nothing. */
  error: string;
  cancel: string;
  onCancel: () => void;
  act: ReactNode;
  onAct: () => Promise<void>;
  look?: 'primary' | 'danger';
  /** Another deed, at the other end. */
  aside?: ReactNode;
}

/** The foot of a dialog that saves or does one thing: the trouble, the way back, the deed. */
export function DialogFoot({ error, cancel, onCancel, act, onAct, look = 'primary', aside }: Props) {
  return (
    <>
      {aside}
      <span className="grow err">{error}</span>
      <Button onPress={onCancel}>{cancel}</Button>
      <Button look={look} onPress={() => void onAct()}>
        {act}
      </Button>
    </>
  );
}

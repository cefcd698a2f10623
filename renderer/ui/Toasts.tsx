import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { useToasts } from './toastStore.ts';

const shownFor = 6_000;

/** The toasts, bottom left, where they cover no button that leads on; 6 s each, longer while hovered or focused. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <OneToast key={toast.id} {...toast} />
      ))}
    </div>
  );
}

function OneToast({
  id,
  text,
  action,
}: {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const close = useToasts((state) => state.close);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close(id), shownFor);
    return () => clearTimeout(timer);
  }, [held, id, close]);
  return (
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="grow">{text}</span>
      {action ? (
        <Button
          onPress={() => {
            action.run();
            close(id);
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label={t('frame.close')} onPress={() => close(id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

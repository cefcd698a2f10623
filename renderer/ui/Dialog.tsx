import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Side action left, then Cancel, primary rightmost. */
  footer: ReactNode;
  width?: 'narrow' | 'normal' | 'wide';
  /** Nothing may be lost by a stray click: only the buttons and Esc close it. */
  dismiss?: 'buttons';
}

/** Only to decide something costly or to enter a secret. Esc closes, focus returns. */
export function Dialog({ title, open, onClose, children, footer, width = 'normal', dismiss }: Props) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen={open}
      isDismissable={dismiss === undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`modal ${width}`}>
        <AriaDialog className="dlg">
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
          </header>
          <div className="in-b">{children}</div>
          <footer>{footer}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

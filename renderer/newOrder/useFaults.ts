import { useTranslation } from 'react-i18next';
import { useNewOrder } from './newOrderStore.ts';

/** What to show at a field: its first fault, once the field was left or the order was tried. */
export function useFaults(): (field: string) => { error: string | undefined; onBlur: () => void } {
  const { t } = useTranslation();
  const { faults, left, tried, leave } = useNewOrder();
  return (field) => {
    const found = faults.find((fault) => fault.field === field);
    const shown = found && (tried || left.has(field));
    return {
      error: shown ? t(`orderFaults.${found.code}`, found.params) : undefined,
      onBlur: () => leave(field),
    };
  };
}

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, type Key } from 'react-aria-components';

export interface MenuChoice {
  id: string;
  label: string;
  checked?: boolean;
  side?: string;
}

interface Props {
  label: ReactNode;
  /** Accessible name when the label is only an icon. */
  name?: string;
  className?: string;
  choices: readonly MenuChoice[];
  onChoose: (id: string) => void;
  /** `many`: stays open, ticks toggle. */
  mode?: 'one' | 'many';
}

/** A button that opens a list of actions, or of filters to tick. */
export function MenuButton({ label, name, className = 'btn', choices, onChoose, mode = 'one' }: Props) {
  const ticked = choices.some(({ checked }) => checked !== undefined);
  return (
    <MenuTrigger>
      <Button className={className} {...(name === undefined ? {} : { 'aria-label': name })}>
        {label}
      </Button>
      <Popover className="popover" offset={4}>
        <Menu
          className="options"
          onAction={(key: Key) => onChoose(String(key))}
          {...(mode === 'many'
            ? {
                selectionMode: 'multiple' as const,
                selectedKeys: choices.filter((c) => c.checked).map((c) => c.id),
              }
            : {})}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} textValue={choice.label} className="option">
              {ticked ? (
                <span className="tick">{choice.checked ? <Check size={14} aria-hidden /> : null}</span>
              ) : null}
              <span>{choice.label}</span>
              {choice.side ? <span className="side">{choice.side}</span> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Hint } from './Hint.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'link' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  look?: ButtonLook;
  size?: 'normal' | 'large';
  children: ReactNode;
  className?: string;
}

const classes: Record<ButtonLook, string> = {
  primary: 'btn pri',
  secondary: 'btn',
  quiet: 'btn quiet',
  link: 'btn link',
  danger: 'btn danger',
};

/** A button: verb, count and thing. The primary one is never disabled; it says what is missing instead. */
export function Button({ look = 'secondary', size = 'normal', className = '', ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${classes[look]} ${size === 'large' ? 'lg' : ''} ${className}`} />
  );
}

/** A button that shows only an icon; its label is its accessible name and its tooltip. */
export function IconButton({ label, children, ...props }: Omit<ButtonProps, 'size'> & { label: string }) {
  return (
    <Hint text={label}>
      <Button {...props} look={props.look ?? 'quiet'} className="icon-only" aria-label={label}>
        {children}
      </Button>
    </Hint>
  );
}

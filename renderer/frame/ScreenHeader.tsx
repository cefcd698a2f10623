import type { ReactNode } from 'react';
import { painted } from '../lib/painted.ts';

/** Title left, at most three actions right, one of them primary. */
export function ScreenHeader({
  title,
  remark,
  children,
}: {
  title: string;
  remark?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="bar">
      <h1 {...painted('screen')}>{title}</h1>
      {remark ? <span className="sub ell">{remark}</span> : null}
      <span className="grow" />
      {children}
    </header>
  );
}

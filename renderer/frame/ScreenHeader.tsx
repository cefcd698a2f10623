import type { ReactNode } from 'react';

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
      <h1>{title}</h1>
      {remark ? <span className="sub ell">{remark}</span> : null}
      <span className="grow" />
      {children}
    </header>
  );
}

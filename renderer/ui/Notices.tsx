import type { ReactNode } from 'react';
import type { Mark } from './StatusMark.tsx';
import { StatusIcon } from './StatusMark.tsx';

/** A strip above the content that says what is so, what it means and what to do. */
export function Banner({
  mark,
  title,
  children,
  actions,
}: {
  mark: Mark | 'info';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`banner ${mark}`} role="status">
      {mark === 'info' ? null : <StatusIcon mark={mark} size={16} />}
      <div className="grow">
        <b>{title}</b> {children}
      </div>
      {actions}
    </div>
  );
}

/** Test mode and practice: hatched edge, cannot be closed. */
export function TestBanner({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="banner test" role="status">
      <span className="edge" aria-hidden />
      <div className="txt">
        <b>{title}</b> {children}
      </div>
      {actions}
    </div>
  );
}

/** One drawing, one title, one sentence, one or two buttons. */
export function EmptyState({
  drawing,
  title,
  children,
  actions,
}: {
  drawing?: ReactNode;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty">
      {drawing ? <div className="drawing">{drawing}</div> : null}
      <h2>{title}</h2>
      <p>{children}</p>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}

/** Grey bars of realistic width, fading down; no shimmer. */
export function LoadingRows({ rows = 8 }: { rows?: number }) {
  return (
    <div className="loading-rows" aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ opacity: 1 - row / rows }}>
          <span className="sk" style={{ width: 84 }} />
          <span className="sk" style={{ width: 96 + ((row * 37) % 60) }} />
          <span className="sk" style={{ width: 140 + ((row * 53) % 90) }} />
          <span className="sk" style={{ width: 70 }} />
        </div>
      ))}
    </div>
  );
}

/** Section name with a quiet remark. */
export function SectionHeader({ title, remark }: { title: string; remark?: string }) {
  return (
    <h2 className="sec-h">
      {title} {remark ? <span className="sub">{remark}</span> : null}
    </h2>
  );
}

import type { ReactNode } from 'react';
import type { OrderStatus } from '../../shared/orders/status.ts';

/** The nine marks of the visual language; several statuses share one. */
export const marks = [
  'waiting',
  'sending',
  'made',
  'shipped',
  'delivered',
  'needs',
  'refused',
  'unknown',
  'test',
] as const;
export type Mark = (typeof marks)[number];

/** Which mark stands for a status. */
export const markOf: Record<OrderStatus, Mark> = {
  waiting: 'waiting',
  sending: 'sending',
  unconfirmed: 'unknown',
  refused: 'refused',
  accepted: 'waiting',
  made: 'made',
  shipped: 'shipped',
  delivered: 'delivered',
  hold: 'needs',
  error: 'needs',
  test: 'test',
  cancelled: 'waiting',
  other: 'waiting',
};

/** Needs you, refused, outcome unknown and test are boxed: nothing else may be as loud. */
const boxed: ReadonlySet<Mark> = new Set(['needs', 'refused', 'unknown', 'test']);

const ink = { stroke: 'var(--sheet)', strokeWidth: 1.6, strokeLinecap: 'round', fill: 'none' } as const;
const line = { stroke: 'var(--c-m)', strokeWidth: 1.5, fill: 'none' } as const;
const full = { fill: 'var(--c-m)' } as const;

const silhouettes: Record<Mark, ReactNode> = {
  waiting: (
    <>
      <circle cx="7" cy="7" r="5.6" {...line} />
      <path d="M7 3.9V7l2 1.4" {...line} strokeLinecap="round" />
    </>
  ),
  sending: <path d="M.8 6.4 13.2.9 9.4 13 6.7 8.1zM6.7 8.1l3-3.3" {...line} strokeLinejoin="round" />,
  made: (
    <>
      <circle cx="7" cy="7" r="5.6" {...line} />
      <path d="M7 1.4a5.6 5.6 0 0 1 0 11.2z" {...full} />
      <circle cx="7" cy="7" r="1.5" fill="var(--sheet)" />
    </>
  ),
  shipped: (
    <>
      <path d="M1 2.6h7.6L13.2 7l-4.6 4.400H1z" {...full} />
      <circle cx="8.2" cy="7" r="1.1" fill="var(--sheet)" />
    </>
  ),
  delivered: (
    <>
      <circle cx="7" cy="7" r="6.4" {...full} />
      <path d="m4.200 7.200 2 2 3.600-4" {...ink} />
    </>
  ),
  needs: (
    <>
      <path d="M7 .8 13.7 12.800H.3z" {...full} />
      <path d="M7 5v3.600M7 10.600v.02" {...ink} />
    </>
  ),
  refused: (
    <>
      <path d="M4.300.6h5.400l3.700 3.700v5.400l-3.700 3.700H4.300L.6 9.700V4.300z" {...full} />
      <path d="m4.700 4.700 4.600 4.600M9.300 4.700 4.700 9.300" {...ink} />
    </>
  ),
  unknown: (
    <>
      <circle cx="7" cy="7" r="5.800" {...line} strokeDasharray="2.2 1.900" />
      <path
        d="M5.400 5.500a1.700 1.700 0 1 1 2.300 1.600c-.5.200-.7.500-.7 1M7 10v.02"
        {...line}
        strokeLinecap="round"
      />
    </>
  ),
  test: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="2" {...line} />
      <path d="M2 8 8 2M2 12 12 2M6 12l6-6" {...line} strokeWidth="1.200" />
    </>
  ),
};

/** The silhouette alone; always beside a word. */
export function StatusIcon({ mark, size = 14 }: { mark: Mark; size?: number }) {
  return (
    <svg className={`st ${mark}`} viewBox="0 0 14 14" width={size} height={size} aria-hidden>
      {silhouettes[mark]}
    </svg>
  );
}

/** A status: silhouette and word, boxed when it wants something. */
export function StatusMark({ mark, children }: { mark: Mark; children: ReactNode }) {
  return (
    <span className={`pill ${mark} ${boxed.has(mark) ? 'box' : ''}`}>
      <StatusIcon mark={mark} />
      {children}
    </span>
  );
}

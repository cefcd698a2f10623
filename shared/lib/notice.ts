import type { Destination } from '../contract/screens.ts';

/** A desktop notification: what it says, and which screen and item a click opens. */
export interface Notice {
  title: string;
  body: string;
  open: Destination;
}

/** `not-shown` says why, so that the caller can record that the user was not told. */
export type NoticeOutcome =
  { status: 'shown' } | { status: 'not-shown'; reason: 'unsupported' | 'failed'; detail: string };

export type ShowNotice = (notice: Notice) => Promise<NoticeOutcome>;

import type { Settings } from '../../shared/contract/settings.ts';

const minutes = (time: string): number => {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};

/** Whether a local time lies in the quiet hours; they may span midnight. `from` = `to` means never. */
export function isQuiet(quiet: Settings['quietHours'], local: Date): boolean {
  if (!quiet.enabled) return false;
  const [from, to] = [minutes(quiet.from), minutes(quiet.to)];
  const at = local.getHours() * 60 + local.getMinutes();
  return from <= to ? at >= from && at < to : at >= from || at < to;
}

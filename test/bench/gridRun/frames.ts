import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

export interface Frames {
  /** Frames that showed what they should at their turn. */
  shown: number;
  /** Frames that wanted to show something and came too late or not at all. */
  dropped: number;
  /** The most a task of the page's own thread worked, without what it waited for a processor; ms. */
  mostWork: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Time of the processor, in microseconds. */
  tdur?: number;
  args?: { chrome_frame_reporter?: { state?: string; affects_smoothness?: boolean } };
}

/**
 * The browser's own frame timing while `action` runs: Chromium's pipeline reports of the page's process, one for each
 * turn of the display. Turns without anything to show do not count.
 */
export async function framesDuring(
  app: ElectronApplication,
  page: Page,
  action: () => Promise<void>,
): Promise<Frames> {
  const pid = await (
    await app.browserWindow(page)
  ).evaluate(({ webContents }) => webContents.getOSProcessId());
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['cc', 'benchmark', 'toplevel'] }),
  );
  await action();
  const file = join(tmpdir(), `postroom-trace-${process.pid}.json`);
  await app.evaluate(({ contentTracing }, where) => contentTracing.stopRecording(where), file);
  try {
    const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
    return count(traceEvents, pid);
  } finally {
    rmSync(file, { force: true });
  }
}

function count(events: readonly TraceEvent[], pid: number): Frames {
  const frames = { shown: 0, dropped: 0, mostWork: 0 };
  for (const { name, pid: of, tid, tdur = 0, args } of events) {
    // The thread that has the process's own number is the page's.
    if (name === 'ThreadControllerImpl::RunTask' && of === pid && tid === pid)
      frames.mostWork = Math.max(frames.mostWork, tdur / 1000);
    const report = args?.chrome_frame_reporter;
    if (name !== 'PipelineReporter' || of !== pid || !report) continue;
    const whole = report.state === 'STATE_PRESENTED_ALL';
    // A frame that showed only the compositor's part (the scroll bar, but not yet the rows) is late too.
    if (whole) frames.shown += 1;
    else if (report.affects_smoothness === true) frames.dropped += 1;
  }
  return frames;
}

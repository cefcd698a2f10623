import { expect, test } from 'vitest';
import { createHintPace, perItem, type HintedItem } from '../../../../electron/mailings/hintPace.ts';

/** A clock that stands still until it is told, and what was asked when. */
function rig() {
  let now = 0;
  let alarm: { at: number; act: () => void } | null = null;
  const asked: [number, string, string][] = [];
  const pace = createHintPace({
    now: () => now,
    after: (ms, act) => {
      const mine = { at: now + ms, act };
      alarm = mine;
      return () => {
        if (alarm === mine) alarm = null;
      };
    },
    ask: (_account, kind, numbers) => asked.push([now, kind, numbers.join(' ')]),
  });
  const goTo = (at: number): void => {
    while (alarm !== null && alarm.at <= at) {
      const { act } = alarm;
      now = alarm.at;
      alarm = null;
      act();
    }
    now = at;
  };
  return { pace, asked, goTo };
}

const item = (number: string, kind: HintedItem['kind'] = 'order'): HintedItem => ({
  accountId: 'acc',
  kind,
  number,
});

test('asks at once, and however much comes within the minute, once more when it is over', () => {
  const { pace, asked, goTo } = rig();
  for (let second = 0; second < 60; second += 1) {
    goTo(second * 1_000);
    pace.take([item('O-1')]);
  }
  goTo(10 * perItem);
  expect(asked).toEqual([
    [0, 'order', 'O-1'],
    [perItem, 'order', 'O-1'],
  ]);
});

test('never asks about an item twice within a minute, whatever it comes together with', () => {
  const { pace, asked, goTo } = rig();
  for (let at = 0; at < 5 * perItem; at += 7_000) {
    goTo(at);
    pace.take([item('D-1', 'document'), item(`D-${1 + (at % 3)}`, 'document')]);
    pace.take([item('O-1')]);
  }
  for (const number of ['D-1', 'D-2', 'D-3', 'O-1']) {
    const times = asked.flatMap(([at, , numbers]) => (numbers.split(' ').includes(number) ? [at] : []));
    expect(times.length).toBeGreaterThan(1);
    for (const [index, at] of times.entries())
      if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(perItem);
  }
});

test('many documents of one event are asked about in few questions', () => {
  const { pace, asked } = rig();
  pace.take(Array.from({ length: 45 }, (_, index) => item(`D-${index}`, 'document')));
  expect(asked.map(([, , numbers]) => numbers.split(' ').length)).toEqual([20, 20, 5]);
});

test('asks nothing more once it is stopped', () => {
  const { pace, asked, goTo } = rig();
  pace.take([item('O-1')]);
  pace.take([item('O-1')]);
  pace.stop();
  goTo(10 * perItem);
  expect(asked).toHaveLength(1);
});

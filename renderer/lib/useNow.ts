import { useEffect, useState } from 'react';

/** The time, anew every `every` milliseconds; for countdowns and "2 min ago". */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

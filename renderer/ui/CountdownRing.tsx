/** What is left of the undo time, as a ring that moves once a second. `part` from 1 (all of it) to 0. */
export function CountdownRing({ part }: { part: number }) {
  const length = 2 * Math.PI * 8.5;
  const left = Math.min(1, Math.max(0, part));
  return (
    <svg className="ring" viewBox="0 0 22 22" aria-hidden>
      <circle cx="11" cy="11" r="8.5" fill="none" stroke="var(--rule-strong)" strokeWidth="2" />
      <circle
        cx="11"
        cy="11"
        r="8.5"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
        strokeDasharray={`${length * left} ${length}`}
        transform="rotate(-90 11 11)"
      />
    </svg>
  );
}

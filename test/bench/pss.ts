import { readdirSync, readFileSync } from 'node:fs';

/** Proportional set size of a process and all below it, in MiB: shared pages counted once. */
export function pssOf(pid: number): number {
  return [...pssByProcess(pid).values()].reduce((sum, one) => sum + one, 0);
}

/** The same by process, in MiB. */
export function pssByProcess(pid: number): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  const kib = (member: number): number =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${member}/smaps_rollup`))?.[1] ?? 0);
  return new Map(family.map((member) => [member, kib(member) / 1024]));
}

/** A process may end between listing and reading. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return '';
    throw error;
  }
}

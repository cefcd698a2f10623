import { subjectsOf, withPlurals } from './subjects.ts';

export const words = withPlurals(
  subjectsOf(import.meta.glob('./it/*.ts', { eager: true, import: 'default' })),
);

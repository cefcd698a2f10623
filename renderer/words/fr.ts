import { subjectsOf, withPlurals } from './subjects.ts';

export const words = withPlurals(
  subjectsOf(import.meta.glob('./fr/*.ts', { eager: true, import: 'default' })),
);

import { subjectsOf } from './subjects.ts';

export const words = subjectsOf(import.meta.glob('./en/*.ts', { eager: true, import: 'default' }));

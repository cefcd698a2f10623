import { subjectsOf } from './subjects.ts';

export const words = subjectsOf(import.meta.glob('./de/*.ts', { eager: true, import: 'default' }));

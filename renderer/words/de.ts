export const files = import.meta.glob<object>('./de/*.ts', { eager: true, import: 'default' });

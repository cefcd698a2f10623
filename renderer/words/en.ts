export const files = import.meta.glob<object>('./en/*.ts', { eager: true, import: 'default' });

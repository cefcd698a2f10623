import { z } from 'zod';

type Some<T> = { [K in keyof T]?: T[K] | undefined };

/**
 * A schema for "only what is named". Not `.partial()`: that fills the defaults in for what is absent, so that changing
 * one setting would silently reset all others. Nested objects are replaced as a whole.
 */
export function changesOf<S extends z.ZodObject>(schema: S): z.ZodType<Some<z.output<S>>, Some<z.input<S>>> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, bare(field).optional()]);
  return z.object(Object.fromEntries(fields) as z.ZodRawShape) as unknown as z.ZodType<
    Some<z.output<S>>,
    Some<z.input<S>>
  >;
}

const bare = (field: z.core.$ZodType): z.ZodType =>
  field instanceof z.ZodDefault || field instanceof z.ZodPrefault
    ? bare(field.unwrap() as z.core.$ZodType)
    : (field as z.ZodType);

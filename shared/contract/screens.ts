import { z } from 'zod';
import { screens } from './screenNames.ts';

export type { Screen } from './screenNames.ts';

/** Where to go: a screen, and perhaps one item on it. */
export const destinationSchema = z.object({ screen: z.enum(screens), id: z.string().optional() });
export type Destination = z.infer<typeof destinationSchema>;

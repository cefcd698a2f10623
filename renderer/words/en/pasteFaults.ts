/** English is shared with `npm run paste:check`, which prints the same sentences. */
export { default } from '../../../shared/paste/faultWords.ts';

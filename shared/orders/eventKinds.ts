/** Every kind of step in a timeline; the page has a sentence for each (words, subject `events`). */
export const eventKinds = [
  'accepted', // Postroom took it from the user
  'hurried', // sent now instead of after the undo time
  'undone', // taken back before it left
  'sending', // an attempt began
  'answered', // the service took it
  'refused', // the service said no; detail = code and message
  'unknown', // no certain answer; detail = code
  'not-sent', // proven not to have arrived; will be tried again; detail = code
  'interrupted', // Postroom ended while it was being sent
  'recovered', // came back from a backup or a damaged file: the service is asked first
  'found', // asked: the service has it
  'not-found', // asked: the service does not have it
  'duplicate', // the service called it a duplicate, maybe of our own attempt: it is asked
  'status', // the service reports a new status
  'backward', // a report that would go backwards: kept here, not applied
  'tracking', // a tracking number came or changed
  'nothing-moved', // with the service, and no news for longer than it should be
  'replaced', // edited and sent again as another order
  'dismissed', // the refused order was put away
  'uploaded', // a document arrived at the service
  'rejected', // the service rejected a document
  'rescheduled',
  'unfollowed', // asked about no more: the service keeps it no longer, as the sandbox does after ten minutes
  'deleted',
] as const;
export type EventKind = (typeof eventKinds)[number];

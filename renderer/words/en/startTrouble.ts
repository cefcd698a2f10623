export default {
  'database-damaged': {
    title: 'The database was damaged.',
    text: 'The damaged file was kept aside and what could be saved was saved. Check History; Settings has the backups. {{detail}}',
  },
  'database-newer': {
    title: 'This data is newer than this Postroom.',
    text: 'Update Postroom to open it. Nothing was changed.',
  },
  'read-only': {
    title: 'The data folder cannot be written.',
    text: 'Nothing can be accepted or sent until it can. {{detail}}',
  },
  'disk-full': { title: 'The disk is full.', text: 'Nothing can be accepted or sent until there is room.' },
  internal: {
    title: 'Postroom could not open its data.',
    text: 'Nothing was changed or deleted. {{detail}}',
  },
};

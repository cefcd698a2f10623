export default {
  'database-damaged': {
    title: 'The data was damaged and has been mended.',
    text: 'The damaged file was put aside, not deleted. What could be read is here. Anything that may have left is asked about before it is sent. An older backup is under Settings.',
  },
  'older-copy': {
    title: 'This is an older or a second copy of your data.',
    text: 'It was put back, moved or copied. What was sent after it was made is not listed here. What waits in the outbox is asked about before it is sent. Before you send a draft or a PDF from the desk, see in your account at TrepStar or TC.gate whether it has gone already.',
  },
  safe: 'Nothing was deleted and nothing was sent. What waits in the outbox stays there.',
  tryAgain: 'Try again',
  goOn: 'Start with empty data',
  openDataFolder: 'Open data folder',
  openLogFolder: 'Open log folder',
  copyDiagnostics: 'Copy diagnostics',
  copied: 'Copied. It holds no password and no customer data.',
  noBackup: 'There is no backup yet.',
  backups: 'Go back to a backup',
  backupsText: 'The present file is kept aside. What the backup does not know is asked from the services.',
  restore: 'Restore {{time}}',
  closed: {
    'database-newer': {
      title: 'This data belongs to a newer Postroom',
      text: 'A newer version of Postroom was used with it. Install the newer version again, or go back to a backup made before.',
    },
    'database-damaged': {
      title: 'The data is damaged',
      text: 'Postroom could not mend the database by itself. Go back to a backup, or send us the diagnostics.',
    },
    'read-only': {
      title: 'Postroom may not write to its data folder',
      text: 'Without writing there, no order could be kept safe, so nothing is opened. Give your user the right to write to the folder, then try again.',
    },
    'disk-full': {
      title: 'The disk is full',
      text: 'Without room no order could be kept safe, so nothing is opened. Free some space, then try again.',
    },
    internal: {
      title: 'Postroom could not open its data',
      text: 'This is a fault of Postroom. Try again; if it stays, send us the diagnostics.',
    },
  },
};

export default {
  openSettings: 'Open settings',
  watchedFolder: 'Watched folder',
  watchedFolderHelp:
    'New PDFs in it come to Mail PDFs by themselves, each once, as soon as they are written completely. Folders in it are left alone, and nothing in it is changed.',
  chooseFolder: 'Choose folder…',
  stopWatching: 'Stop watching',
  ownFolder: 'This is Postroom’s own data folder. Choose another one.',
  watchTaken_zero: 'Watching. Nothing new since Postroom was started.',
  watchTaken_one: 'Watching. {{count}} PDF taken since Postroom was started.',
  watchTaken_other: 'Watching. {{count}} PDFs taken since Postroom was started.',
  watchWaiting_one: '{{count}} is still being written.',
  watchWaiting_other: '{{count}} are still being written.',
  watchTrouble: {
    missing: 'The watched folder {{name}} is not there.',
    unreadable: 'The watched folder {{name}} cannot be read.',
    diskFull: 'There is no room to take PDFs from {{name}}.',
  },
  watchMeaning: {
    missing:
      'It was moved or deleted, or its drive is not connected. No PDF is lost: they are taken when it is back. Or choose another folder.',
    unreadable:
      'Allow Postroom to read it, or choose another folder. PDFs are taken as soon as it can be read.',
    diskFull: 'Make room on the disk. They are taken as soon as there is some.',
  },
  watchRefused_one: '{{count}} file in {{name}} could not be taken:',
  watchRefused_other: '{{count}} files in {{name}} could not be taken:',
  keepDocuments: 'Keep PDFs',
  keepDocumentsHelp:
    'Afterwards archived PDFs are deleted from this computer. What is on the desk, on its way, or waits for you always stays, and History stays whole.',
  tell: {
    rejected: 'Document rejected',
    notdelivered: 'Letter undeliverable',
    bounced: 'E-mail came back',
    blocked: 'E-mail blocked',
  },
  tellHelp: {
    rejected: 'The service found something wrong with a PDF or its order.',
    notdelivered: 'Registered letters only: the post reports the others to nobody.',
    bounced: 'The mailbox is full, or the address does not exist.',
    blocked: 'The recipient’s mail server did not want it.',
  },
  letterProfile: 'Letter profile',
  letterProfileHelp:
    'Where the envelope’s window is: addresses are read there, and letters are judged by it.',
  cameFrom: 'From the watched folder {{name}}',
};

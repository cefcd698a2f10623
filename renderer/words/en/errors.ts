export default {
  'bad-input': 'Postroom could not read this: {{detail}}. Nothing was sent.',
  'not-allowed': 'That is not allowed from here. Nothing was sent.',
  'not-found': 'It is not there any more.',
  conflict: 'It changed or exists already: {{detail}}. Nothing was sent.',
  offline: 'No network. It waits and goes on by itself.',
  dns: 'The address of the service was not found. Check the network. Nothing was sent.',
  tls: 'No secure connection to the service. Nothing was sent. Check the date of this computer and the network.',
  timeout: 'The service did not answer in time.',
  'connection-lost': 'The connection was lost or refused.',
  'captive-portal':
    'The network answered with a page of its own (hotel or guest Wi-Fi?). Sign in to the network, then it goes on.',
  'server-trouble': 'The service has trouble of its own. Postroom tries again by itself.',
  'too-many-requests': 'The service asked for a pause. Postroom goes on by itself.',
  'unreadable-answer': 'The service gave an answer that cannot be read.',
  'wrong-login':
    'The service does not accept this login. Nothing was ordered. Check it under Accounts.',
  'account-changed':
    'This was sent before the account was changed, and the account as it is now does not know it. Put the account back as it was, then try again.',
  'missing-secret': 'No password is stored for this account. Enter it under Accounts.',
  'keychain-missing':
    'This computer has no keychain, so no password can be stored or read. History opens all the same; sending needs the keychain.',
  'keychain-locked': 'The keychain is locked. Unlock it, then try again. History opens all the same.',
  'keychain-refused':
    'The keychain refused. Allow Postroom to use it, then try again. History opens all the same.',
  refused: 'The service refused: {{detail}}',
  'not-accepted-yet': 'The service has not accepted it yet.',
  'budget-used-up': 'The free status calls are used. Status is paused; orders are still sent.',
  'disk-full': 'The disk is full. Nothing was accepted, nothing was sent. Make room, then try again.',
  'read-only': 'The data folder cannot be written. Nothing was accepted, nothing was sent.',
  'database-damaged': 'The database is damaged. Nothing was deleted; the damaged file was kept aside.',
  'database-newer': 'This data was written by a newer Postroom. Update Postroom to open it.',
  'file-unreadable': 'The file could not be read: {{detail}}.',
  'file-too-large': 'The file is too large: {{detail}}.',
  'file-not-supported': 'This kind of file is not supported: {{detail}}.',
  cancelled: 'Cancelled.',
  'too-late': 'Too late: it has left already.',
  internal: 'A fault of Postroom’s own. Nothing you accepted is lost. The log has the details.',
};

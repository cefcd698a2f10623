import { screenNames } from '../../../shared/lib/screenNames.ts';

export default {
  main: 'Main',
  find: 'Find or do',
  close: 'Close',
  statusBar: 'Status',
  screens: screenNames.en,
  needYou_one: '{{count}} needs you',
  needYou_other: '{{count}} need you',
  inOutbox_one: '{{count}} in the outbox',
  inOutbox_other: '{{count}} in the outbox',
  online: 'Online',
  offline: 'Offline',
  waiting_zero: 'Nothing waits in the outbox',
  waiting_one: '{{count}} waiting in the outbox',
  waiting_other: '{{count}} waiting in the outbox',
  refreshing: 'Refreshing',
  refreshed: 'Refreshed {{ago}}',
  neverRefreshed: 'Not refreshed yet',
  refreshFailed: '{{last}}. {{why}}',
  calls: '{{used}} of {{limit}} status calls today',
  practiceTitle: 'Practice account.',
  practiceText:
    'Nothing leaves this computer. Orders are made and shipped within minutes, some with trouble.',
  testTitle: '“{{account}}” is in test mode.',
  testTrepstar:
    'TrepStar makes and ships nothing, and a test order can never become a live one. It reports back as ERROR 20, which is no fault.',
  tcgate: {
    test: {
      title: 'Test mode, but it prints.',
      text: 'The TC.gate test system really prints and posts letters.',
    },
    sandbox: {
      title: 'Sandbox.',
      text: 'Documents and orders live there for ten minutes, then they are gone. Nothing is printed or mailed.',
    },
    custom: {
      title: 'Custom service address.',
      text: 'Letters go to an address of your own choice, not to TC.gate’s.',
    },
  },
  offlineTitle: 'You are offline.',
  offlineText_zero:
    'Write, paste and search as usual. What you send waits in the outbox and leaves when the connection is back.',
  offlineText_one:
    'Write, paste and search as usual. {{count}} item waits in the outbox and leaves when the connection is back.',
  offlineText_other:
    'Write, paste and search as usual. {{count}} items wait in the outbox and leave when the connection is back.',
  brokenTitle: 'This page stopped',
  brokenText:
    'A fault of Postroom’s own. Nothing you accepted is lost: it is on your disk, in the outbox and in History.',
  brokenAgain: 'Open it again',
};

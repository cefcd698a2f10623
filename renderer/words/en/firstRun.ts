export default {
  title: 'Orders out. Nothing twice. Nothing lost.',
  text: 'Paste the orders your shop took, or drop the PDFs you have to mail. Postroom shows every fault before it costs money, sends each one once, and tells you when it ships.',
  lostTitle: 'Never lost',
  lostText: 'On your disk before the screen says so.',
  twiceTitle: 'Never twice',
  twiceText: 'After a broken connection it asks before it sends again.',
  localTitle: 'Yours',
  localText: 'Your history stays on this computer, found in an instant.',
  practiceTitle: 'See it work first',
  practiceText:
    'Built-in stand-ins for TrepStar and TC.gate, sample products included. Nothing leaves this computer.',
  tryPractice: 'Try with the practice account',
  accountTitle: 'Start with your own account',
  accountText: 'Your password goes into the keychain of this computer and nowhere else.',
};

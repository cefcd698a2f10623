export default {
  placeholder: 'A screen, a command, a name, an invoice',
  screen: 'Go to',
  command: 'Do',
  backup: 'Backup now',
};

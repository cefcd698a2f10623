export default {
  placeholder: 'A screen, a command, a name, an invoice',
  orders: 'Orders and letters',
  recipients: 'Recipients',
  screens: 'Go to',
  commands: 'Do',
  none: 'Nothing fits. Names, invoices, cities and tracking numbers are searched.',
  choose: 'choose',
  diagnosticsCopied: 'Diagnostics copied.',
  open: 'open',
};

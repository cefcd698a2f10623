export default {
  placeholder: 'Una schermata, un comando, un nome, un n. di fattura',
  orders: 'Ordini e lettere',
  recipients: 'Destinatari',
  screens: 'Vai a',
  commands: 'Azioni',
  none: 'Nulla corrisponde. Si cerca in nomi, n. di fattura, località e numeri di tracciamento.',
  choose: 'scegli',
  diagnosticsCopied: 'Diagnostica copiata.',
  open: 'apri',
};

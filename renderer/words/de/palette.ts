export default {
  placeholder: 'Ein Ort, ein Befehl, ein Name, eine Rechnungsnummer',
  orders: 'Bestellungen und Briefe',
  recipients: 'Empfänger',
  screens: 'Gehe zu',
  commands: 'Tun',
  none: 'Nichts passt. Gesucht wird in Namen, Rechnungsnummern, Orten und Sendungsnummern.',
  choose: 'wählen',
  diagnosticsCopied: 'Diagnose kopiert.',
  open: 'öffnen',
};

export default {
  placeholder: 'Un écran, une action, un nom, une facture',
  orders: 'Commandes et lettres',
  recipients: 'Destinataires',
  screens: 'Aller à',
  commands: 'Faire',
  none: 'Rien ne correspond. La recherche porte sur les noms, factures, localités et numéros de suivi.',
  choose: 'choisir',
  diagnosticsCopied: 'Diagnostic copié.',
  open: 'ouvrir',
};

export default {
  'bad-input': 'Postroom non ha potuto leggere questo: {{detail}}. Nulla è stato inviato.',
  'not-allowed': 'Da qui non è permesso. Nulla è stato inviato.',
  'not-found': 'Non c’è più.',
  conflict: 'È cambiato o esiste già: {{detail}}. Nulla è stato inviato.',
  offline: 'Nessuna rete. Aspetta e prosegue da sé.',
  dns: 'L’indirizzo del servizio non è stato trovato. Verificare la rete. Nulla è stato inviato.',
  tls: 'Nessuna connessione sicura al servizio. Nulla è stato inviato. Verificare la data di questo computer e la rete.',
  timeout: 'Il servizio non ha risposto in tempo.',
  'connection-lost': 'La connessione si è interrotta o è stata rifiutata.',
  'captive-portal':
    'La rete ha risposto con una pagina propria (Wi-Fi di un albergo o per ospiti?). Accedere alla rete, poi si prosegue.',
  'server-trouble': 'Il servizio ha problemi propri. Postroom riprova da sé.',
  'too-many-requests': 'Il servizio ha chiesto una pausa. Postroom prosegue da sé.',
  'unreadable-answer': 'Il servizio ha dato una risposta che non si può leggere.',
  'wrong-login': 'Il servizio non accetta questo accesso. Nulla è stato ordinato. Verificarlo in Account.',
  'account-changed':
    'È stato inviato prima che l’account fosse modificato, e l’account com’è ora non lo conosce. Rimettere l’account com’era, poi riprovare.',
  'missing-secret': 'Per questo account non è salvata alcuna password. Inserirla in Account.',
  'keychain-missing':
    'Questo computer non ha un portachiavi, quindi nessuna password si può salvare o leggere. La Cronologia si apre comunque; per inviare serve il portachiavi.',
  'keychain-locked': 'Il portachiavi è bloccato. Sbloccarlo, poi riprovare. La Cronologia si apre comunque.',
  'keychain-refused':
    'Il portachiavi ha rifiutato. Permettere a Postroom di usarlo, poi riprovare. La Cronologia si apre comunque.',
  refused: 'Il servizio ha rifiutato: {{detail}}',
  'not-accepted-yet': 'Il servizio non l’ha ancora accettato.',
  'budget-used-up':
    'Le richieste di stato gratuite sono esaurite. Lo stato è in pausa; gli ordini partono comunque.',
  'disk-full':
    'Il disco è pieno. Nulla è stato accettato, nulla è stato inviato. Fare spazio, poi riprovare.',
  'read-only': 'Non si può scrivere nella cartella dei dati. Nulla è stato accettato, nulla è stato inviato.',
  'database-damaged':
    'La banca dati è danneggiata. Nulla è stato eliminato; il file danneggiato è stato messo da parte.',
  'database-newer':
    'Questi dati sono stati scritti da un Postroom più recente. Aggiornare Postroom per aprirli.',
  'file-unreadable': 'Non è stato possibile leggere il file: {{detail}}.',
  'file-too-large': 'Il file è troppo grande: {{detail}}.',
  'file-not-supported': 'Questo tipo di file non è supportato: {{detail}}.',
  cancelled: 'Annullato.',
  'too-late': 'Troppo tardi: è già partito.',
  internal:
    'Un errore di Postroom stesso. Nulla di ciò che Lei ha accettato è perso. I dettagli sono nel registro.',
};

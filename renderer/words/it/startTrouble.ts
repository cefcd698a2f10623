export default {
  'database-damaged': {
    title: 'I dati erano danneggiati e sono stati riparati.',
    text: 'Il file danneggiato è stato messo da parte, non eliminato. Ciò che si poteva leggere è qui. Di ciò che può essere già partito si chiede prima di inviare. Un backup più vecchio si trova in Impostazioni.',
  },
  'older-copy': {
    title: 'Questa è una copia più vecchia o una seconda copia dei Suoi dati.',
    text: 'È stata ripristinata, spostata o copiata. Ciò che è stato inviato dopo non è elencato qui. Di ciò che attende in uscita si chiede prima di inviare. Prima di inviare una bozza o un PDF preparato, guardi nel Suo account presso TrepStar o TC.gate se è già partito.',
  },
  safe: 'Nulla è stato eliminato e nulla è stato inviato. Ciò che attende in uscita resta lì.',
  tryAgain: 'Riprova',
  goOn: 'Inizia con dati vuoti',
  openDataFolder: 'Apri la cartella dei dati',
  openLogFolder: 'Apri la cartella del registro',
  copyDiagnostics: 'Copia la diagnostica',
  copied: 'Copiata. Non contiene password né dati di clienti.',
  noBackup: 'Non c’è ancora un backup.',
  backups: 'Torna a un backup',
  backupsText: 'Il file attuale è messo da parte. Ciò che il backup non sa si chiede ai servizi.',
  restore: 'Ripristina {{time}}',
  closed: {
    'database-newer': {
      title: 'Questi dati sono di un Postroom più nuovo',
      text: 'Sono stati usati con una versione più nuova di Postroom. Installi di nuovo la versione più nuova o torni a un backup precedente.',
    },
    'database-damaged': {
      title: 'I dati sono danneggiati',
      text: 'Postroom non ha potuto riparare da solo la banca dati. Torni a un backup o ci invii la diagnostica.',
    },
    'read-only': {
      title: 'Postroom non può scrivere nella sua cartella dei dati',
      text: 'Senza scrivere lì, nessun ordine sarebbe al sicuro, quindi nulla è aperto. Dia al Suo utente il diritto di scrivere nella cartella, poi riprovi.',
    },
    'disk-full': {
      title: 'Il disco è pieno',
      text: 'Senza spazio nessun ordine sarebbe al sicuro, quindi nulla è aperto. Liberi dello spazio, poi riprovi.',
    },
    internal: {
      title: 'Postroom non ha potuto aprire i suoi dati',
      text: 'È un errore di Postroom. Riprovi; se resta, ci invii la diagnostica.',
    },
  },
};

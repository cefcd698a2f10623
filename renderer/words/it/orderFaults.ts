/** One sentence for each fault of an order (shared/orders/fault.ts): what is wrong and what to do. */
export default {
  accountMissing: 'Nessun account è scelto. Scelga l’account che paga questo ordine.',
  productMissing: 'Manca il prodotto. Ne scelga uno.',
  productNotNumber:
    '«{{productId}}» non è un numero di prodotto. È il numero accanto al titolo presso TrepStar.',
  quantityNotWhole: 'La quantità non è un numero intero. Inserisca un numero da 1 a 250.',
  quantityTooSmall: 'La quantità è {{quantity}}. Inserisca almeno 1 o rimuova il prodotto.',
  quantityTooLarge: 'TrepStar accetta al massimo {{max}} pezzi per ordine. Divida in {{orders}} ordini.',
  quantitySum:
    'Insieme fanno {{sum}}, e TrepStar accetta al massimo {{max}} pezzi per ordine. Divida in {{orders}} ordini.',
  invoiceTooLong: 'Il n. di fattura ha {{length}} caratteri, ne sono ammessi {{max}}. Lo accorci.',
  invoiceDelimiter: 'Il n. di fattura contiene [*|*], con cui TrepStar separa le fatture. Lo tolga.',
  invoiceCharacters:
    'In un n. di fattura TrepStar accetta solo lettere inglesi, cifre e segni. Sostituisca gli altri caratteri.',
  shippingMethodMissing: 'Manca il metodo di spedizione. Ne scelga uno.',
  nameMissing: 'Manca il nome. TrepStar rifiuta gli ordini senza nome.',
  addressMissing: 'Manca la via. Il pacco non potrebbe essere consegnato.',
  cityMissing: 'Manca la località. Il pacco non potrebbe essere consegnato.',
  stateMissing: 'Manca lo stato/provincia. TrepStar lo richiede per questo Paese.',
  stateTwice: '«{{state}}» nomina lo stato/provincia due volte. Usi {{code}} o {{name}}.',
  stateUnknown: '«{{state}}» non è uno stato/provincia di questo Paese. Usi le due lettere o il nome intero.',
  postcodeMissing: 'Manca il codice postale. In questo Paese la posta lo richiede.',
  countryMissing: 'Manca il Paese. TrepStar spedirebbe negli Stati Uniti.',
  countryNotCode: '«{{country}}» non è un Paese che TrepStar conosce. Ne scelga uno dalla lista.',
  countryGb: 'TrepStar chiama il Regno Unito UK, non GB. Usi UK.',
  emailForm: '«{{email}}» non è un indirizzo e-mail. Lo corregga o lo lasci vuoto.',
  emailNeeded: 'TrepStar deve scrivere al cliente, ma manca l’e-mail. La inserisca o scelga No.',
  specialTextTooLong: 'Il testo speciale ha {{length}} caratteri, ne sono ammessi {{max}}. Lo accorci.',
  specialTextHtml: 'Il testo speciale contiene HTML, TrepStar non lo accetta. Scriva testo semplice.',
  priceForm: '«{{price}}» non è un prezzo. Scriva i dollari con il punto, ad esempio 19.95.',
  priceNeeded:
    'Il prezzo deve stare sulla dichiarazione doganale, ma manca. Lo inserisca o tolga il segno di spunta.',
  controlCharacters: 'Qui ci sono caratteri invisibili che non si possono stampare. Lo scriva di nuovo.',
  tooLong: 'Sono {{length}} caratteri, ne sono ammessi {{max}}. Lo accorci.',
  modeMissing: 'Reale o test non è scelto. Ne scelga uno.',
};

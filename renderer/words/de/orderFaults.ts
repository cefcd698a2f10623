/** Ein Satz für jeden Fehler einer Bestellung (shared/orders/fault.ts): was nicht stimmt und was zu tun ist. */
export default {
  accountMissing: 'Es ist kein Konto gewählt. Wählen Sie das Konto, das diese Bestellung bezahlt.',
  productMissing: 'Das Produkt fehlt. Wählen Sie eines.',
  productNotNumber: '«{{productId}}» ist keine Produktnummer. Sie steht bei TrepStar neben dem Titel.',
  quantityNotWhole: 'Die Menge ist keine ganze Zahl. Tragen Sie eine Zahl von 1 bis 250 ein.',
  quantityTooSmall: 'Die Menge ist {{quantity}}. Tragen Sie mindestens 1 ein oder entfernen Sie das Produkt.',
  quantityTooLarge:
    'TrepStar nimmt höchstens {{max}} in einer Bestellung. Teilen Sie sie in {{orders}} Bestellungen.',
  quantitySum:
    'Zusammen sind es {{sum}}, und TrepStar nimmt höchstens {{max}} in einer Bestellung. Teilen Sie sie in {{orders}} Bestellungen.',
  invoiceTooLong: 'Die Rechnung hat {{length}} Zeichen, erlaubt sind {{max}}. Kürzen Sie sie.',
  invoiceDelimiter: 'Die Rechnung enthält [*|*], womit TrepStar Rechnungen trennt. Entfernen Sie es.',
  invoiceCharacters:
    'TrepStar nimmt in einer Rechnung nur englische Buchstaben, Ziffern und Zeichen. Ersetzen Sie die anderen.',
  shippingMethodMissing: 'Die Versandart fehlt. Wählen Sie eine.',
  nameMissing: 'Der Name fehlt. Ohne Namen lehnt TrepStar die Bestellung ab.',
  addressMissing: 'Strasse und Hausnummer fehlen. So kommt das Paket nicht an.',
  cityMissing: 'Der Ort fehlt. So kommt das Paket nicht an.',
  stateMissing: 'Der Bundesstaat oder die Provinz fehlt. TrepStar braucht die Angabe für dieses Land.',
  stateTwice: '«{{state}}» nennt den Bundesstaat doppelt. Nehmen Sie {{code}} oder {{name}}.',
  stateUnknown:
    '«{{state}}» ist kein Bundesstaat und keine Provinz dieses Landes. Nehmen Sie die zwei Buchstaben oder den vollen Namen.',
  postcodeMissing: 'Die Postleitzahl fehlt. In diesem Land braucht die Post eine.',
  countryMissing: 'Das Land fehlt. TrepStar würde in die Vereinigten Staaten senden.',
  countryNotCode: '«{{country}}» ist kein Land, das TrepStar kennt. Wählen Sie eines aus der Liste.',
  countryGb: 'TrepStar nennt das Vereinigte Königreich UK, nicht GB. Nehmen Sie UK.',
  emailForm: '«{{email}}» ist keine E-Mail-Adresse. Berichtigen Sie sie oder lassen Sie das Feld leer.',
  emailNeeded:
    'TrepStar soll dem Kunden schreiben, aber die E-Mail-Adresse fehlt. Tragen Sie sie ein oder wählen Sie Nein.',
  specialTextTooLong: 'Der besondere Text hat {{length}} Zeichen, erlaubt sind {{max}}. Kürzen Sie ihn.',
  specialTextHtml: 'Der besondere Text enthält HTML, das nimmt TrepStar nicht. Schreiben Sie einfachen Text.',
  priceForm: '«{{price}}» ist kein Preis. Schreiben Sie Dollar mit einem Punkt, etwa 19.95.',
  priceNeeded:
    'Der Preis soll auf die Zollerklärung, aber es gibt keinen. Tragen Sie ihn ein oder entfernen Sie das Häkchen.',
  controlCharacters: 'Hier stehen unsichtbare Zeichen, die man nicht drucken kann. Tippen Sie es neu.',
  tooLong: 'Das hat {{length}} Zeichen, erlaubt sind {{max}}. Kürzen Sie es.',
  modeMissing: 'Echt oder Test ist nicht gewählt. Wählen Sie eines.',
};

/** Ein Satz für jeden Fehler einer Bestellung (shared/orders/fault.ts): was nicht stimmt und was zu tun ist. */
export default {
  accountMissing: 'Es ist kein Konto gewählt. Wähle das Konto, das diese Bestellung bezahlt.',
  productMissing: 'Das Produkt fehlt. Wähle eines.',
  productNotNumber: '„{{productId}}“ ist keine Produktnummer. Sie steht bei TrepStar neben dem Titel.',
  quantityNotWhole: 'Die Menge ist keine ganze Zahl. Trage eine Zahl von 1 bis 250 ein.',
  quantityTooSmall: 'Die Menge ist {{quantity}}. Trage mindestens 1 ein oder entferne das Produkt.',
  quantityTooLarge:
    'TrepStar nimmt höchstens {{max}} in einer Bestellung. Teile sie in {{orders}} Bestellungen.',
  quantitySum:
    'Zusammen sind es {{sum}}, und TrepStar nimmt höchstens {{max}} in einer Bestellung. Teile sie in {{orders}} Bestellungen.',
  invoiceTooLong: 'Die Rechnungsnummer hat {{length}} Zeichen, erlaubt sind {{max}}. Kürze sie.',
  invoiceDelimiter: 'Die Rechnungsnummer enthält [*|*], womit TrepStar Rechnungsnummern trennt. Entferne es.',
  invoiceCharacters:
    'TrepStar nimmt in einer Rechnungsnummer nur englische Buchstaben, Ziffern und Zeichen. Ersetze die anderen.',
  shippingMethodMissing: 'Die Versandart fehlt. Wähle eine.',
  nameMissing: 'Der Name fehlt. Ohne Namen lehnt TrepStar die Bestellung ab.',
  addressMissing: 'Straße und Hausnummer fehlen. So kommt das Paket nicht an.',
  cityMissing: 'Der Ort fehlt. So kommt das Paket nicht an.',
  stateMissing: 'Der Bundesstaat oder die Provinz fehlt. TrepStar braucht die Angabe für dieses Land.',
  stateTwice: '„{{state}}“ nennt den Bundesstaat doppelt. Nimm {{code}} oder {{name}}.',
  stateUnknown:
    '„{{state}}“ ist kein Bundesstaat und keine Provinz dieses Landes. Nimm die zwei Buchstaben oder den vollen Namen.',
  postcodeMissing: 'Die Postleitzahl fehlt. In diesem Land braucht die Post eine.',
  countryMissing: 'Das Land fehlt. TrepStar würde in die Vereinigten Staaten senden.',
  countryNotCode: '„{{country}}“ ist kein Land, das TrepStar kennt. Wähle eines aus der Liste.',
  countryGb: 'TrepStar nennt das Vereinigte Königreich UK, nicht GB. Nimm UK.',
  emailForm: '„{{email}}“ ist keine E-Mail-Adresse. Berichtige sie oder lass das Feld leer.',
  emailNeeded:
    'TrepStar soll dem Kunden schreiben, aber die E-Mail-Adresse fehlt. Trage sie ein oder wähle Nein.',
  specialTextTooLong: 'Der besondere Text hat {{length}} Zeichen, erlaubt sind {{max}}. Kürze ihn.',
  specialTextHtml: 'Der besondere Text enthält HTML, das nimmt TrepStar nicht. Schreibe einfachen Text.',
  priceForm: '„{{price}}“ ist kein Preis. Schreibe Dollar mit einem Punkt, etwa 19.95.',
  priceNeeded:
    'Der Preis soll auf die Zollerklärung, aber es gibt keinen. Trage ihn ein oder entferne das Häkchen.',
  controlCharacters: 'Hier stehen unsichtbare Zeichen, die man nicht drucken kann. Tippe es neu.',
  tooLong: 'Das hat {{length}} Zeichen, erlaubt sind {{max}}. Kürze es.',
  modeMissing: 'Echt oder Test ist nicht gewählt. Wähle eines.',
};

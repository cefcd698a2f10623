/** Ablehnungen von TrepStar: was geschah und was es bedeutet; `…ToDo`: was zu tun ist. */
export default {
  loginMissing: 'TrepStar fand keine Anmeldung in der Bestellung. Nichts wurde hergestellt oder berechnet.',
  loginMissingToDo:
    'Prüfe unter Konten die E-Mail und das Passwort. Danach geht die Bestellung von selbst hinaus.',
  productsMissing: 'TrepStar fand kein Produkt in der Bestellung. Nichts wurde hergestellt oder berechnet.',
  productsMissingToDo: 'Wähle ein Produkt und sende sie noch einmal.',
  tooMany: 'TrepStar nimmt höchstens 250 Stück in einer Bestellung. Nichts wurde hergestellt oder berechnet.',
  tooManyToDo: 'Verringere die Mengen oder teile sie in mehrere Bestellungen und sende sie noch einmal.',
  wrongLogin: 'TrepStar nimmt diese Anmeldung nicht an. Nichts wurde bestellt.',
  wrongLoginToDo:
    'Prüfe unter Konten die E-Mail und das Passwort. Danach geht die Bestellung von selbst hinaus.',
  foreignProduct:
    'TrepStar hat kein solches Produkt in diesem Konto. Nichts wurde hergestellt oder berechnet.',
  foreignProductToDo: 'Wähle eines deiner eigenen Produkte und sende sie noch einmal.',
  malformed: 'TrepStar konnte die Bestellung nicht lesen. Nichts wurde hergestellt oder berechnet.',
  malformedToDo:
    'Prüfe unter Konten die Bestelladresse und sende sie noch einmal. Bleibt es so, melde es uns.',
  productMissing: 'Die Produktnummer war leer. Nichts wurde hergestellt oder berechnet.',
  productMissingToDo: 'Wähle ein Produkt und sende sie noch einmal.',
  nameMissing: 'Der Name war leer. Nichts wurde hergestellt oder berechnet.',
  nameMissingToDo: 'Trage den vollen Namen ein und sende sie noch einmal.',
  duplicate:
    'Diese Rechnungsnummer wurde schon benutzt. TrepStar hat keine zweite Bestellung gemacht oder berechnet.',
  duplicateToDo:
    'Steht der Kunde schon im Verlauf, lass sie liegen. Ist sie neu, gib ihr eine andere Rechnungsnummer.',
  unlisted: 'TrepStar hat die Bestellung abgelehnt: „{{message}}“ Nichts wurde hergestellt oder berechnet.',
  unlistedToDo: 'Behebe, was dort steht, und sende sie noch einmal.',
};

/** Ablehnungen von TrepStar: was geschah und was es bedeutet; `…ToDo`: was zu tun ist. */
export default {
  loginMissing: 'TrepStar fand keine Anmeldung in der Bestellung. Nichts wurde hergestellt oder berechnet.',
  loginMissingToDo:
    'Prüfen Sie unter Konten die E-Mail und das Passwort. Danach geht die Bestellung von selbst hinaus.',
  productsMissing: 'TrepStar fand kein Produkt in der Bestellung. Nichts wurde hergestellt oder berechnet.',
  productsMissingToDo: 'Wählen Sie ein Produkt und senden Sie die Bestellung noch einmal.',
  tooMany: 'TrepStar nimmt höchstens 250 Stück in einer Bestellung. Nichts wurde hergestellt oder berechnet.',
  tooManyToDo:
    'Verringern Sie die Mengen oder teilen Sie die Bestellung in mehrere, dann senden Sie noch einmal.',
  wrongLogin: 'TrepStar nimmt diese Anmeldung nicht an. Nichts wurde bestellt.',
  wrongLoginToDo:
    'Prüfen Sie unter Konten die E-Mail und das Passwort. Danach geht die Bestellung von selbst hinaus.',
  foreignProduct:
    'TrepStar hat kein solches Produkt in diesem Konto. Nichts wurde hergestellt oder berechnet.',
  foreignProductToDo: 'Wählen Sie eines Ihrer eigenen Produkte und senden Sie die Bestellung noch einmal.',
  malformed: 'TrepStar konnte die Bestellung nicht lesen. Nichts wurde hergestellt oder berechnet.',
  malformedToDo:
    'Prüfen Sie unter Konten die Bestelladresse und senden Sie noch einmal. Bleibt es so, melden Sie es uns.',
  productMissing: 'Die Produktnummer war leer. Nichts wurde hergestellt oder berechnet.',
  productMissingToDo: 'Wählen Sie ein Produkt und senden Sie die Bestellung noch einmal.',
  nameMissing: 'Der Name war leer. Nichts wurde hergestellt oder berechnet.',
  nameMissingToDo: 'Tragen Sie den vollen Namen ein und senden Sie die Bestellung noch einmal.',
  duplicate:
    'Diese Rechnung wurde schon benutzt. TrepStar hat keine zweite Bestellung gemacht oder berechnet.',
  duplicateToDo:
    'Steht der Kunde schon im Verlauf oder in den Berichten bei TrepStar, lassen Sie sie liegen. Ist die Bestellung neu, geben Sie ihr eine andere Rechnung.',
  accountChanged:
    'Sie ging ohne Antwort hinaus, bevor das Konto geändert wurde. Das Konto, wie es jetzt ist, kennt sie nicht.',
  accountChangedToDo:
    'Sehen Sie in den Berichten des früheren Kontos nach, ob sie angekommen ist. Wenn nicht, senden Sie sie noch einmal; sonst legen Sie sie weg.',
  unlisted: 'TrepStar hat die Bestellung abgelehnt: «{{message}}» Nichts wurde hergestellt oder berechnet.',
  unlistedToDo: 'Beheben Sie, was dort steht, und senden Sie noch einmal.',
};

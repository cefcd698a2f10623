/** One sentence for each fault of an order (shared/orders/fault.ts): what is wrong and what to do. */
export default {
  accountMissing: 'Aucun compte n’est choisi. Choisissez le compte qui paie cette commande.',
  productMissing: 'Le produit manque. Choisissez-en un.',
  productNotNumber:
    '« {{productId}} » n’est pas un numéro de produit. Il figure à côté du titre chez TrepStar.',
  quantityNotWhole: 'La quantité n’est pas un nombre entier. Saisissez un nombre de 1 à 250.',
  quantityTooSmall: 'La quantité est {{quantity}}. Saisissez au moins 1, ou retirez le produit.',
  quantityTooLarge: 'TrepStar accepte au plus {{max}} par commande. Divisez en {{orders}} commandes.',
  quantitySum:
    'Ensemble, cela fait {{sum}}, et TrepStar accepte au plus {{max}} par commande. Divisez en {{orders}} commandes.',
  invoiceTooLong: 'Le n° de facture a {{length}} caractères, {{max}} sont permis. Raccourcissez-le.',
  invoiceDelimiter: 'Le n° de facture contient [*|*], qui sépare les factures chez TrepStar. Supprimez-le.',
  invoiceCharacters:
    'TrepStar n’accepte dans un n° de facture que lettres anglaises, chiffres et signes. Remplacez le reste.',
  shippingMethodMissing: 'Le mode d’expédition manque. Choisissez-en un.',
  nameMissing: 'Le nom manque. TrepStar refuse les commandes sans nom. Saisissez-le.',
  addressMissing: 'La rue et le numéro manquent. Le colis ne pourrait pas être livré. Saisissez-les.',
  cityMissing: 'La localité manque. Le colis ne pourrait pas être livré. Saisissez-la.',
  stateMissing: 'L’État ou la province manque. TrepStar en a besoin pour ce pays.',
  stateTwice: '« {{state}} » nomme l’État deux fois. Utilisez {{code}} ou {{name}}.',
  stateUnknown:
    '« {{state}} » n’est ni un État ni une province de ce pays. Utilisez ses deux lettres ou son nom complet.',
  postcodeMissing: 'Le code postal manque. La poste de ce pays en a besoin.',
  countryMissing: 'Le pays manque. TrepStar enverrait la commande aux États-Unis. Choisissez-le.',
  countryNotCode: '« {{country}} » n’est pas un pays que TrepStar connaît. Choisissez-en un dans la liste.',
  countryGb: 'TrepStar appelle le Royaume-Uni UK, pas GB. Utilisez UK.',
  emailForm: '« {{email}} » n’est pas une adresse e-mail. Corrigez-la ou laissez le champ vide.',
  emailNeeded: 'TrepStar doit écrire au client, mais l’e-mail manque. Saisissez-le ou choisissez Non.',
  specialTextTooLong: 'Le texte spécial a {{length}} caractères, {{max}} sont permis. Raccourcissez-le.',
  specialTextHtml: 'Le texte spécial contient du HTML, que TrepStar n’accepte pas. Écrivez du texte simple.',
  priceForm: '« {{price}} » n’est pas un prix. Écrivez des dollars avec un point, par exemple 19.95.',
  priceNeeded:
    'Le prix doit figurer sur la déclaration en douane, mais il n’y en a pas. Saisissez-le ou décochez la case.',
  controlCharacters: 'Il y a ici des caractères invisibles qui ne s’impriment pas. Saisissez-le de nouveau.',
  tooLong: 'Il y a {{length}} caractères, {{max}} sont permis. Raccourcissez.',
  modeMissing: 'Réel ou test n’est pas choisi. Choisissez l’un des deux.',
};

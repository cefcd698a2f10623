/** English is shared with `npm run paste:check`, which prints the same sentences. */
export default {
  blanks: 'Il y a des espaces invisibles ou en trop autour du texte. Supprimez-les.',
  textGuard: 'Une protection de tableur (="…") entoure encore le texte. Supprimez-la.',
  apostrophe: 'L’apostrophe au début vient du tableur, pas du texte. Supprimez-la.',
  entity: 'Le texte vient d’une page web et montre des codes au lieu de lettres. Mettez les lettres.',
  mojibake: 'Les accents et trémas ont été lus dans un mauvais codage. Rétablissez-les.',
  doubleMojibake: 'Les accents et trémas ont été mal lus deux fois. Vérifiez le texte rétabli.',
  oldCodepage: 'Une lettre a été lue dans un ancien codage. Vérifiez le texte rétabli.',
  control: 'Le texte contient des caractères de commande qui ne s’impriment pas. Supprimez-les.',
  lineBreak:
    'Il y a un saut de ligne dans la cellule, l’étiquette n’a qu’une ligne. Joignez avec une virgule.',
  digits: 'Les chiffres sont écrits dans une autre écriture. Mettez des chiffres ordinaires.',
  emptyWord: '« {{text}} » est ce qu’un programme écrit pour rien. Videz la cellule.',
  formula:
    'Cette cellule est une formule (« {{text}} »). Postroom la garde comme texte. Saisissez la valeur voulue.',
  lostLetter: 'Une lettre s’est perdue dans « {{text}} » et ne se devine pas. Cherchez-la et saisissez-la.',
  tooLong: 'Il y a {{length}} caractères, {{max}} sont permis. Raccourcissez.',
  countryUnknown: '« {{text}} » n’est pas un pays que TrepStar connaît. Choisissez-en un.',
  countryMisspelt: '« {{text}} » est mal écrit. Utiliser {{code}} ?',
  countryGb: 'TrepStar appelle le Royaume-Uni UK, pas GB. Utilisez UK.',
  countryCombined: '« {{text}} » nomme le pays deux fois, ce que TrepStar n’accepte pas. Utilisez {{code}}.',
  countryName: 'Le code de TrepStar pour « {{text}} » est {{code}}. Utilisez-le.',
  stateCountrySwapped: 'L’État et le pays sont inversés. Échangez-les.',
  countryBlank: 'Le pays manque, TrepStar enverrait aux États-Unis. Utiliser {{code}} ?',
  countryBlankUnknown:
    'Le pays manque, et cela ne ressemble pas à une adresse aux États-Unis. Choisissez-en un.',
  stateName: 'TrepStar accepte le code ou le nom usuel d’un État. Utilisez {{code}} pour « {{text}} ».',
  stateTwice: '« {{text}} » nomme l’État deux fois, ce que TrepStar n’accepte pas. Utilisez {{code}}.',
  stateWithCountry: 'Dans « {{text}} », le pays précède l’État. Ne laissez que l’État.',
  stateMisspelt: '« {{text}} » est mal écrit. Utiliser {{code}} ?',
  stateUnknown: '« {{text}} » n’est ni un État ni une province de ce pays ({{country}}). Choisissez-en un.',
  stateNotUsed: 'Les adresses de ce pays ({{country}}) n’ont pas d’État. Effacer « {{text}} » ?',
  stateMissing: 'L’État manque. TrepStar refuse sans lui les commandes pour ce pays ({{country}}).',
  cityStateSwapped: 'La localité et l’État sont inversés. Échangez-les.',
  scientific:
    'Un tableur a changé ce nombre en {{text}}, ses chiffres sont perdus. Cherchez-le et saisissez-le.',
  zipWithCity: 'Le code postal et la localité sont dans une seule cellule. Séparez-les.',
  zipNotInState:
    'Le code {{zip}} correspond à {{owner}}, pas à {{state}}. L’un des deux est faux ; l’envoi reste possible.',
  zipForm:
    '« {{text}} » n’est pas un code postal de ce pays ({{country}}). Ils y ressemblent à {{example}}. Vérifiez-le.',
  zipMissing: 'Le code postal manque. La poste de ce pays ({{country}}) en a besoin.',
  zipLeadingZero:
    'Les codes postaux de ce pays ({{country}}) ont plus de chiffres. Le zéro du début s’est perdu : utilisez {{zip}}.',
  zipZerosAdded: 'Des zéros ont été ajoutés devant le code postal. Utilisez {{zip}}.',
  zipPointZero: 'Un tableur a ajouté .0 au code postal. Utilisez {{zip}}.',
  zipPrefix: 'Les lettres du pays au début n’appartiennent pas au code postal. Utilisez {{zip}}.',
  zipSpacing: 'L’espace ou le trait d’union du code postal manque ou est de trop. Utilisez {{zip}}.',
  zipLetterForDigit: 'Une lettre remplace un chiffre dans le code postal. Utiliser {{zip}} ?',
  zipThousandsMark: 'Le code postal contient un séparateur de milliers. Utiliser {{zip}} ?',
  zipZipPlusFour: 'Le trait d’union du code ZIP long manque. Utilisez {{zip}}.',
  cityStateZip: 'La localité, l’État et le code postal sont dans une seule cellule. Séparez-les.',
  zipInCity: 'Le code postal est dans la cellule de la localité. Séparez-les.',
  cityMissing: 'La localité manque. Le colis ne pourrait pas être livré.',
  addressMissing: 'La rue et le numéro manquent. Le colis ne pourrait pas être livré.',
  addressUnreadable: '« {{text}} » ne se laisse pas séparer en rue, localité et code postal. Saisissez-les.',
  billingAddress: 'Il n’y a pas d’adresse de livraison. Utiliser l’adresse de facturation ?',
  nameMissing: 'Le nom manque. TrepStar refuse les commandes sans nom.',
  nameCareOf: 'Le nom contient un second destinataire. Mettez-le dans le champ de l’entreprise.',
  nameLastFirst: 'Le nom de famille est en premier. Écrire {{name}} ?',
  nameTwice: 'Le nom est là deux fois. Laissez-le une seule fois.',
  nameGlued: 'Il manque un espace après le titre. Écrire {{name}} ?',
  nameMerged: 'Le prénom et le nom sont collés. Écrire {{name}} ?',
  nameTwoPeople: '« {{text}} » semble désigner deux personnes. Le colis va aux deux noms tels quels.',
  nameIsEmail: '« {{text}} » est une adresse e-mail, pas un nom. Saisissez le nom.',
  emailForm: '« {{text}} » n’est pas une adresse e-mail. Corrigez-la ou laissez vide.',
  emailNeeded: 'Le client doit recevoir un e-mail, mais l’adresse manque. Saisissez-la ou choisissez Non.',
  emailTypo: 'Dans « {{text}} », le service de messagerie est mal écrit. Corriger ?',
  quantityForm: '« {{text}} » n’est pas un nombre simple. Saisissez un nombre de 1 à 250.',
  quantityTooLarge:
    'Quantité {{quantity}}, TrepStar accepte au plus {{max}} par commande. Divisez en {{orders}} commandes.',
  quantitySum:
    'Ensemble, cela fait {{sum}}, TrepStar accepte au plus {{max}} par commande. Divisez la commande.',
  itemsUnclear:
    'Cette commande compte {{count}} pièces, mais le fichier ne dit pas combien de chaque produit. Utilisez la liste des articles vendus de la boutique, ou indiquez la quantité.',
  productDate:
    '« {{text}} » était un numéro de produit avant qu’un tableur en fasse une date. Choisissez le produit.',
  productUnknown:
    '« {{text}} » n’est pas un de vos produits. Choisissez-en un, Postroom le retient ; ou saisissez le numéro de TrepStar.',
  productMissing: 'Le produit manque. Choisissez-en un.',
  pointZero: 'Un tableur a ajouté .0. Supprimez-le.',
  leadingZero: '« {{text}} » a perdu ses zéros du début : utilisez {{id}}.',
  thousandsMark: '« {{text}} » contient un séparateur de milliers. Le supprimer ?',
  invoiceDelimiter: 'Le n° de facture contient [*|*], qui sépare les factures chez TrepStar. Remplacez-le.',
  invoiceTooLong: 'Le n° de facture a {{length}} caractères, {{max}} sont permis. Raccourcissez-le.',
  invoiceCharacters:
    'TrepStar n’accepte dans un n° de facture que lettres anglaises, chiffres et signes. Remplacez le reste.',
  invoiceTwice:
    'La ligne {{record}} a le même n° de facture pour quelqu’un d’autre. Chaque commande a besoin du sien.',
  invoiceUsed:
    'Une commande antérieure avait le n° de facture {{invoice}}. TrepStar refuserait celle-ci. Changez-le si la commande est nouvelle.',
  priceForm: '« {{text}} » n’est pas un prix simple. Écrivez des dollars avec un point, par exemple 14.99.',
  priceNeeded:
    'Le prix doit figurer sur la déclaration en douane, mais il manque. Saisissez-le ou choisissez Non.',
  choiceForm: '« {{text}} » n’est ni oui ni non. Écrivez 1 ou 0, ou laissez vide.',
  modeForm: '« {{text}} » n’est pas un mode. Écrivez prod ou test, ou laissez vide.',
  textHtml: 'Le texte spécial contient du HTML, que TrepStar n’accepte pas. Écrivez du texte simple.',
  textTooLong: 'Le texte spécial a {{length}} caractères, {{max}} sont permis. Raccourcissez-le.',
  shifted: 'Les cellules de cette ligne sont décalées d’une colonne. Remettez-les en place.',
  duplicateRow: 'Cette ligne est la copie exacte de la ligne {{record}}. La supprimer ?',
  personHad:
    '{{name}} a reçu {{product}} il y a {{days}} jours avec {{invoice}}. Ne commandez de nouveau qu’à sa demande.',
  personHad_zero:
    '{{name}} a reçu {{product}} aujourd’hui avec {{invoice}}. Ne commandez de nouveau qu’à sa demande.',
  personHad_one:
    '{{name}} a reçu {{product}} hier avec {{invoice}}. Ne commandez de nouveau qu’à sa demande.',
  nearPersonHad_zero:
    'Presque les mêmes nom et adresse ont reçu {{product}} aujourd’hui avec {{invoice}}. Vérifiez que ce n’est pas la même personne.',
  nearPersonHad_one:
    'Presque les mêmes nom et adresse ont reçu {{product}} hier avec {{invoice}}. Vérifiez que ce n’est pas la même personne.',
  nearPersonHad:
    'Presque les mêmes nom et adresse ont reçu {{product}} il y a {{days}} jours avec {{invoice}}. Vérifiez que ce n’est pas la même personne.',
  personTwice:
    '{{name}} reçoit aussi le même produit à la ligne {{record}}. Vérifiez que les deux sont voulues.',
  nearPersonTwice:
    '{{name}} et {{other}} (ligne {{record}}) semblent être une seule personne avec le même produit. Vérifiez que les deux sont voulues.',
  notOrder: {
    title: 'Une ligne de titre, pas une commande.',
    separatorLine: 'Une ligne pour le tableur, pas une commande.',
    totals: 'Une ligne de totaux, pas une commande.',
    footer: 'Une ligne de pied de page, pas une commande.',
    repeatedHeader: 'L’en-tête encore une fois, pas une commande.',
    cancelled: 'Annulée dans la boutique.',
    refunded: 'Remboursée dans la boutique.',
    shipped: 'Déjà expédiée dans la boutique.',
    unpaid: 'Pas encore payée.',
    zeroQuantity: 'Plus rien à envoyer : la quantité est 0.',
    noSale: 'Un retrait, des frais ou un remboursement, pas une vente.',
    duplicateRow: 'La copie exacte d’une autre ligne.',
  },
};

/** TrepStar's refusals: what happened and what it means; `…ToDo`: what to do. {{message}} is the service's own text. */
export default {
  loginMissing:
    'TrepStar n’a pas trouvé d’identifiants dans la commande. Elle n’a été ni produite ni facturée.',
  loginMissingToDo:
    'Vérifiez l’e-mail de connexion et le mot de passe sous Comptes. La commande part ensuite d’elle-même.',
  productsMissing:
    'TrepStar n’a pas trouvé de produit dans la commande. Elle n’a été ni produite ni facturée.',
  productsMissingToDo: 'Choisissez un produit, puis renvoyez-la.',
  tooMany: 'TrepStar accepte au plus 250 pièces par commande. La commande n’a été ni produite ni facturée.',
  tooManyToDo: 'Réduisez les quantités ou divisez-la en plusieurs commandes, puis renvoyez.',
  wrongLogin: 'TrepStar n’accepte pas ces identifiants. Rien n’a été commandé.',
  wrongLoginToDo: 'Vérifiez l’e-mail et le mot de passe sous Comptes. La commande part ensuite d’elle-même.',
  foreignProduct: 'TrepStar n’a pas ce produit dans ce compte. La commande n’a été ni produite ni facturée.',
  foreignProductToDo: 'Choisissez un de vos propres produits, puis renvoyez-la.',
  malformed: 'TrepStar n’a pas pu lire la commande. Elle n’a été ni produite ni facturée.',
  malformedToDo:
    'Vérifiez l’adresse des commandes sous Comptes, puis renvoyez-la. Si cela persiste, signalez-le-nous.',
  productMissing: 'Le numéro de produit était vide. La commande n’a été ni produite ni facturée.',
  productMissingToDo: 'Choisissez un produit, puis renvoyez-la.',
  nameMissing: 'Le nom était vide. La commande n’a été ni produite ni facturée.',
  nameMissingToDo: 'Saisissez le nom complet, puis renvoyez-la.',
  duplicate: 'Ce n° de facture a déjà été utilisé. TrepStar n’a ni produit ni facturé de seconde commande.',
  duplicateToDo:
    'Si le client figure déjà dans l’Historique ou dans les rapports de TrepStar, n’y touchez pas. Si la commande est nouvelle, donnez-lui un autre n° de facture.',
  accountChanged:
    'Elle est partie avant la modification du compte, sans réponse. Le compte actuel ne la connaît pas.',
  accountChangedToDo:
    'Regardez dans les rapports de l’ancien compte si la commande est arrivée. Sinon, renvoyez-la ; si oui, classez-la.',
  unlisted: 'TrepStar a refusé la commande : « {{message}} » Elle n’a été ni produite ni facturée.',
  unlistedToDo: 'Corrigez ce qui est indiqué, puis renvoyez-la.',
};

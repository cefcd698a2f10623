export default {
  title: 'Commandes parties. Rien en double. Rien de perdu.',
  text: 'Collez les commandes de votre boutique ou déposez les PDF à mettre à la poste. Postroom montre chaque erreur avant qu’elle ne coûte de l’argent, envoie chaque commande une seule fois et vous dit quand elle est expédiée.',
  lostTitle: 'Jamais perdu',
  lostText: 'Sur votre disque avant que l’écran ne le dise.',
  twiceTitle: 'Jamais en double',
  twiceText: 'Après une connexion coupée, Postroom demande avant de renvoyer.',
  localTitle: 'À vous',
  localText: 'Votre historique reste sur cet ordinateur, retrouvé en un instant.',
  practiceTitle: 'Voir d’abord comment ça marche',
  practiceText:
    'Des remplaçants intégrés de TrepStar et de TC.gate, avec des produits d’exemple. Rien ne quitte cet ordinateur.',
  tryPractice: 'Essayer avec le compte d’essai',
  accountTitle: 'Commencer avec votre propre compte',
  accountText: 'Votre mot de passe va dans le trousseau de cet ordinateur et nulle part ailleurs.',
};

import { screenNames } from '../../../shared/lib/screenNames.ts';

export default {
  main: 'Partie principale',
  find: 'Rechercher',
  close: 'Fermer',
  statusBar: 'État',
  screens: screenNames.fr,
  needYou_one: '{{count}} à traiter',
  needYou_other: '{{count}} à traiter',
  inOutbox_one: '{{count}} dans la Boîte d’envoi',
  inOutbox_other: '{{count}} dans la Boîte d’envoi',
  online: 'En ligne',
  offline: 'Hors ligne',
  waiting_zero: 'Rien n’attend dans la Boîte d’envoi',
  waiting_one: '{{count}} en attente dans la Boîte d’envoi',
  waiting_other: '{{count}} en attente dans la Boîte d’envoi',
  refreshing: 'Actualisation en cours',
  refreshed: 'Actualisé {{ago}}',
  neverRefreshed: 'Pas encore actualisé',
  refreshFailed: '{{last}}. {{why}}',
  calls: 'Demandes d’état aujourd’hui : {{used}} sur {{limit}}',
  practiceTitle: 'Compte d’essai.',
  practiceText:
    'Rien ne quitte cet ordinateur. Les commandes sont produites et expédiées en quelques minutes, certaines avec des problèmes.',
  testTitle: '« {{account}} » est en mode test.',
  testTrepstar:
    'TrepStar ne produit et n’expédie rien, et une commande test ne peut jamais devenir réelle. Elle revient avec ERROR 20, ce qui n’est pas une erreur.',
  tcgate: {
    test: {
      title: 'Mode test, mais on imprime.',
      text: 'Le système de test de TC.gate imprime et poste vraiment les lettres.',
    },
    sandbox: {
      title: 'Bac à sable.',
      text: 'Les documents et les commandes y restent dix minutes, puis disparaissent. Rien n’est imprimé ni posté.',
    },
    custom: {
      title: 'Adresse de service personnalisée.',
      text: 'Les lettres vont à une adresse de votre choix, pas à celle de TC.gate.',
    },
  },
  offlineTitle: 'Vous êtes hors ligne.',
  offlineText_zero:
    'Écrivez, collez et cherchez comme d’habitude. Ce que vous envoyez attend dans la Boîte d’envoi et part au retour de la connexion.',
  offlineText_one:
    'Écrivez, collez et cherchez comme d’habitude. {{count}} élément attend dans la Boîte d’envoi et part au retour de la connexion.',
  offlineText_other:
    'Écrivez, collez et cherchez comme d’habitude. {{count}} éléments attendent dans la Boîte d’envoi et partent au retour de la connexion.',
  brokenTitle: 'Cette page s’est arrêtée',
  brokenText:
    'C’est une erreur de Postroom. Rien de ce que vous avez validé n’est perdu : tout est sur votre disque, dans la Boîte d’envoi et dans l’Historique.',
  brokenAgain: 'Rouvrir',
};

import { chooseLanguage, type Language } from '../../shared/lib/language.ts';
import type { News } from '../db/queries/refresh.ts';

interface Words {
  one: Record<News['kind'], string>;
  many: Record<News['kind'], (count: string) => string>;
  problem: Record<'hold' | 'error' | 'refused' | 'rejected' | 'bounced' | 'blocked' | 'notdelivered', string>;
  manyBody: string;
}

/** The words of notifications: the main process shows them without a page. */
const en: Words = {
  one: {
    shipped: 'Order shipped',
    delivered: 'Delivered',
    problem: 'An order needs you',
    nothingMoved: 'Nothing has moved',
  },
  many: {
    shipped: (count) => `${count} orders shipped`,
    delivered: (count) => `${count} items delivered`,
    problem: (count) => `${count} orders need you`,
    nothingMoved: (count) => `Nothing has moved for ${count} orders`,
  },
  problem: {
    hold: 'Waits for payment',
    error: 'Address error',
    refused: 'Refused by the service',
    rejected: 'The service rejected the document',
    bounced: 'The e-mail came back',
    blocked: 'The e-mail was blocked',
    notdelivered: 'The letter could not be delivered',
  },
  manyBody: 'Open Postroom to see them.',
};

const de: Words = {
  one: {
    shipped: 'Bestellung versandt',
    delivered: 'Zugestellt',
    problem: 'Eine Bestellung braucht Sie',
    nothingMoved: 'Nichts hat sich bewegt',
  },
  many: {
    shipped: (count) => `${count} Bestellungen versandt`,
    delivered: (count) => `${count} Sendungen zugestellt`,
    problem: (count) => `${count} Bestellungen brauchen Sie`,
    nothingMoved: (count) => `Bei ${count} Bestellungen hat sich nichts bewegt`,
  },
  problem: {
    hold: 'Wartet auf Zahlung',
    error: 'Adressfehler',
    refused: 'Vom Dienst abgelehnt',
    rejected: 'Der Dienst hat das Dokument abgelehnt',
    bounced: 'Die E-Mail kam zurück',
    blocked: 'Die E-Mail wurde blockiert',
    notdelivered: 'Der Brief konnte nicht zugestellt werden',
  },
  manyBody: 'Postroom zeigt, welche.',
};

const fr: Words = {
  one: {
    shipped: 'Commande expédiée',
    delivered: 'Distribué',
    problem: 'Une commande a besoin de vous',
    nothingMoved: 'Rien n’a bougé',
  },
  many: {
    shipped: (count) => `${count} commandes expédiées`,
    delivered: (count) => `${count} envois distribués`,
    problem: (count) => `${count} commandes ont besoin de vous`,
    nothingMoved: (count) => `Rien n’a bougé pour ${count} commandes`,
  },
  problem: {
    hold: 'Attend le paiement',
    error: 'Erreur d’adresse',
    refused: 'Refusé par le service',
    rejected: 'Le service a rejeté le document',
    bounced: 'L’e-mail est revenu',
    blocked: 'L’e-mail a été bloqué',
    notdelivered: 'La lettre n’a pas pu être distribuée',
  },
  manyBody: 'Ouvrez Postroom pour les voir.',
};

const it: Words = {
  one: {
    shipped: 'Ordine spedito',
    delivered: 'Consegnato',
    problem: 'Un ordine ha bisogno di Lei',
    nothingMoved: 'Nulla si è mosso',
  },
  many: {
    shipped: (count) => `${count} ordini spediti`,
    delivered: (count) => `${count} invii consegnati`,
    problem: (count) => `${count} ordini hanno bisogno di Lei`,
    nothingMoved: (count) => `Nulla si è mosso per ${count} ordini`,
  },
  problem: {
    hold: 'Attende il pagamento',
    error: 'Errore nell’indirizzo',
    refused: 'Rifiutato dal servizio',
    rejected: 'Il servizio ha respinto il documento',
    bounced: 'L’e-mail è tornata indietro',
    blocked: 'L’e-mail è stata bloccata',
    notdelivered: 'La lettera non si è potuta consegnare',
  },
  manyBody: 'Apra Postroom per vederli.',
};

const catalogue: Record<Language, Words> = { en, de, fr, it };

/** The words for a language setting; `system` follows the system's locale, English where we lack it. */
export const newsWords = (language: string, locale: string): Words =>
  catalogue[chooseLanguage(language, locale)];

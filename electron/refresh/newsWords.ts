import type { News } from '../db/queries/refresh.ts';

interface Words {
  one: Record<News['kind'], string>;
  many: Record<News['kind'], (count: number) => string>;
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

/** The words for a language setting; `system` follows the system's locale. */
export function newsWords(language: string, locale: string): Words {
  const wanted = language === 'system' ? locale : language;
  return wanted.startsWith('de') ? de : en;
}

import { distance, fold } from '../../address/fold.ts';
import { addressRoles, type ColumnRole } from '../fields.ts';

/** Which of the two address sets a header speaks of. */
export type AddressSet = 'shipping' | 'billing' | 'neutral';

export interface HeaderReading {
  role: ColumnRole;
  set: AddressSet;
  /** 3 = certain word, 2 = good, 1 = only if nothing better. */
  strength: number;
}

// prettier-ignore
const words: Partial<Record<ColumnRole, string>> = {
  invoice: 'order id/order number/order no/order nr/order#/orderid/ordernumber/invoice/invoice number/invoice no/invoice id/order ref/order reference/receipt/receipt number/sales record number/salesrecordnumber/order/bestellnummer/bestell nr/bestellnr/bestell id/auftragsnummer/auftrag/auftragsnr/rechnungsnummer/rechnungsnr/verkaufsprotokollnummer/numero de commande/n de commande/no de commande/numero commande/id commande/commande/numero ordine/n ordine/id ordine/ordine/nr ordine/num ordine/numero d ordine/amazon order id/merchant order id/your order number/backer number/backer id/purchase id/transaction id~/transaktionscode~/reference~/reference number~/referenz~/ref~/id~/order name/bestellung/numero facture/facture/fattura/numero fattura/pledge id/n commande/numero du document/n document/numero document/dokumentnummer/belegnummer/document number/order num/number~/serial number~/bandcamp transaction id~',
  sku: 'sku/item code/product code/custom label/custom label sku/product id/productid/product no/product number/seller sku/lineitem sku/item sku/product sku/sku id/artikelnummer/art nr/artikel nr/artikelnr/bestandseinheit/bestellartikel nr/reference produit/code article/code produit/ugs/ref produit/reference article/product reference/product ref/article number/article no/item no/item reference/catalog number/catalogue number/cat no/codice articolo/codice prodotto/cod articolo/cod prodotto/asin~/isbn~/item id~/item number~/variant sku/listing sku/trepstar id/trepstar product id/project id/projectid/prod/ean~',
  title: 'item name/product name/product title/lineitem name/item title/reward title/product/item/item description/product description/listing title/artikel/artikelname/artikelbezeichnung/angebotstitel/produkt/produktname/bezeichnung/produit/article/designation/nom du produit/libelle/articolo/prodotto/nome prodotto/nome articolo/titolo~/titre~/titel~/title~/descrizione~/description~/beschreibung~/reward/pledge level/items/products/listing',
  quantity: 'quantity/qty/qnty/quant/pcs/pieces/units/quantity to ship/qty ordered/quantity ordered/quantity purchased/lineitem quantity/item quantity/product quantity/product qty/copies/quantity of items purchased/no of copies/number of copies/menge/anzahl/stuck/stueck/stuckzahl/stueckzahl/exemplare/quantite/qte/nombre/quantita/q ta/qta/q tà/pezzi/quantity refund/item qty/count~/nr of copies/bestellmenge/num copies',
  firstName: 'first name/firstname/fname/first/given name/forename/vorname/prenom/nome#/buyer first name',
  lastName: 'last name/lastname/lname/last/surname/family name/nachname/familienname/zuname/nom de famille/cognome/nom#/co last name~',
  name: 'name/full name/fullname/recipient/recipient name/ship to name/customer name/customer/contact name/addressee/attention/attn/person/ship to/to name/vollstandiger name/vollstaendiger name/empfanger/empfaenger/empfangername/kunde/kundenname/name des kaufers/kaufer~/ansprechpartner~/nom complet/nom et prenom/prenom et nom/destinataire/nom du client/client/nominativo/destinatario/cliente/nome e cognome/nome completo/cognome e nome/intestatario/buyer name/buyer~/backer name#/name recipient/vor und nachname/name und vorname/vorname und nachname/vorname nachname/user name~/contact~/kontakt~',
  company: 'company/company name/organisation/organization/business/business name/co/c o/firm/firma/firmenname/unternehmen/organisation name/societe/entreprise/nom de l entreprise/raison sociale/azienda/ragione sociale/societa/ditta/nome azienda',
  addr: 'address/address 1/address1/address line 1/addressline1/address line1/street/street 1/street1/street address/street address 1/addr/addr1/addr 1/street name/full address/mailing address/postal address/street line 1/address 1 2/address 1 address 2/adresse/adresse 1/adresszeile 1/adresszeile1/adresse1/anschrift/strasse/str/strasse und hausnummer/strasse hausnummer/strasse nr/strassenname/strasse 1/postanschrift/rue/voie/adresse ligne 1/adresse postale/numero et rue/adresse complete/ligne d adresse 1/indirizzo/indirizzo 1/via/indirizzo completo/indirizzo riga 1/via e numero/indirizzo1/kauferadresse 1/address and number/full street address/address1 address2/a1',
  houseNumber: 'house number/house no/house nr/housenumber/street number/street no/hausnummer/haus nr/hausnr/nr/nummer~/numero civico/civico/n civico/numero de rue/numero de voie/no de rue/building number',
  addr2: 'address 2/address2/address line 2/addressline2/address line2/street 2/street2/street address 2/addr2/addr 2/apt/apartment/suite/apt suite/apt suite etc/unit/street line 2/address line 2 district neighborhood/address line 2 district/adresszusatz/adresszeile 2/adresszeile2/adresse 2/adresse2/zusatz/anschrift 2/adresszusatz 1/complement d adresse/complement adresse/complement/adresse ligne 2/ligne d adresse 2/appartement/indirizzo 2/indirizzo2/interno/scala/complemento/indirizzo riga 2/presso~/kauferadresse 2/a2/address extra/additional address',
  addr3: 'address 3/address3/address line 3/street 3/addr3/adresszeile 3/adresse 3/indirizzo 3/adresszusatz 2/street address 3',
  city: 'city/town/suburb/town city/city town/locality/municipality/city name/ort/stadt/wohnort/gemeinde/ortschaft/ville/commune/localite/citta/comune/localita/paese e citta/ort stadt/place~/post town',
  state: 'state/province/county/region/state province/province state/state region/state or province/state code/province code/region code/st/state province region/state province region county territory prefecture republic/state name#/province name#/state name/bundesland/kanton/kanton bundesland/bundesstaat/staat#/etat#/departement/region departement/canton/provincia/regione/stato provincia/prov/provincia stato/state territory/staat des kaufers/state county',
  zip: 'zip/zip code/zipcode/postcode/postal code/postalcode/post code/zip postal code/zip postcode/postal zip/postal zip code/plz/postleitzahl/post leitzahl/code postal/codepostal/cp/codice postale/cap/c a p/codice avviamento postale/pincode/pin code/eircode/plz zip',
  country: 'country/ctry/cntry/country code/countrycode/country name/country iso2/country iso/nation/country region/iso country/land/landercode/laendercode/landeskurzel/lander/staat land/ländercode/pays/code pays/pays code/nom du pays/paese/nazione/stato#/codice paese/cod paese/nazione codice/land code/landercode iso',
  email: 'email/e mail/mail/email address/e mail address/emailaddress/customer email/customeremail/buyer email/contact email/purchase email~/customer e mail/e mail adresse/emailadresse/mailadresse/mail adresse/courriel/adresse e mail/adresse email/adresse mail/adresse courriel/indirizzo email/indirizzo e mail/posta elettronica/indirizzo di posta elettronica/from email address/absender e mail adresse/von e mail adresse/indirizzo email mittente/email client/email cliente/user email/kunden e mail/backer email/giftee email~',
  method: 'shipping method/ship method/ship service level/shipping service/delivery method/shipping type/mail method/typemailmethod/type mail method/shipping method title/method/postage service/versandart/versandservice/versandmethode/lieferart/versand/mode de livraison/mode d expedition/transporteur/livraison mode/methode de livraison/metodo di spedizione/corriere/spedizione metodo/metodo spedizione/modalita di spedizione/tipo spedizione/metodo di consegna/shipping option/carrier~',
  price: 'price/item price/lineitem price/unit price/product price/productprice/item cost/nprice/sale price~/price each/sold for/preis/einzelpreis/verkaufspreis/stuckpreis/artikelpreis/verkauft fur/prix/prix unitaire/prix de vente/prezzo/prezzo unitario/prezzo di vente/item price excl tax/pledge amount~',
  text: 'specialtext/special text/special instructions for disc~/spezialtext/texte special/testo speciale/sondertext/personal text/serial/serial number~/unlock code~',
  status: 'status/order status/financial status/payment status/pledged status/pledge status/bestellstatus/auftragsstatus/zahlungsstatus/statut/etat de la commande/statut de la commande/stato ordine/stato dell ordine/stato pagamento/order state/type#/typ#',
  cancelled: 'cancelled at/canceled at/cancelled/canceled/cancellation date/storniert/storniert am/annule/annule le/annullato/annullato il',
  refunded: 'fully refunded/refunded#/refunded at~',
  refundedQuantity: 'quantity refunded/qty refunded/refunded quantity',
  shipped: 'fulfillment status/fulfilment status/lineitem fulfillment status/fulfilled at/date shipped/shipped date/ship date/shipped at/shipped on date/shipped on/shipped/dispatched/versandt am/verschickt am/verschickt am datum/versanddatum/expedie le/date d expedition/spedito il/data spedizione',
  mode: 'mode',
  emailCustomer: 'bsendordernotificationemail',
  customsPrice: 'busepriceoncustomsform',
  packedItems: 'product details/line items/shipping items#/ordered items/items ordered',
};

interface Entry {
  role: ColumnRole;
  strength: number;
}
const dictionary = new Map<string, Entry>();
for (const [role, list] of Object.entries(words) as [ColumnRole, string][]) {
  for (const word of list.split('/')) {
    const strength = word.endsWith('~') ? 1 : word.endsWith('#') ? 2 : 3;
    const key = fold(word.replace(/[~#]$/u, ''));
    if (!dictionary.has(key)) dictionary.set(key, { role, strength });
  }
}

const shippingWords =
  /\b(?:shipping|ship to|shipto|ship|shipment|delivery|deliver to|deliver|post to|postto|recipients?|liefer(?:ung|anschrift|adresse)?|lieferung|versand(?:ziel|adresse|anschrift)?|versandziel|empfanger|empfaenger|empfangers|(?:de )?livraison|destinataire|(?:di |per la )?spedizione|(?:di )?consegna|destinatario|destinazione|expedition)\b/gu;
const billingWords =
  /\b(?:billing|bill to|bill|invoice to|rechnungs?|rechnungsadresse|rechnungsempfanger|facturation|(?:de )?facturation|fatturazione|(?:di )?fatturazione|buyers?|rechnung|payer|kaufer\w*|des kaufers|kaeufers?|acheteur|acquirente|sold to|zahler)\b/gu;

/** Header text as it is compared: folded, `postToName` and `LieferPLZ` taken apart. */
export const normHeader = (header: string): string =>
  fold(header.replaceAll(/(?<=[a-zäöüé])(?=[A-ZÄÖÜ])/gu, ' ')).replace(compound, '$1ung $2');

const compound =
  /^(liefer|rechn|versend)(?:ungs|s)?((?:strasse|plz|ort|land|name|vorname|nachname|adresse|anschrift|firma|firmenname|stadt|postleitzahl|bundesland|kanton|landercode|adresszusatz|adresszeile|hausnummer|email)(?: \d)?)$/u;

/** What one header says by its words, in four languages, also where one is misspelt; null = nothing known. */
export const readHeader = (header: string): HeaderReading | null => {
  const exact = readExactly(header);
  if (
    exact !== null ||
    fold(header) === '' ||
    header.length > 60 ||
    /^(?:item|line) ?#$/iu.test(header.trim())
  )
    return exact;
  return readNearly(normHeader(header));
};

/** `deliveries.shippingOrderAddress.zipcode`, `lineItems.quantity`: the last word tells what, the path tells whose. */
function readPath(header: string): HeaderReading | null {
  const path = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/u.test(header) ? header.split('.') : [];
  const last = path.at(-1) === 'iso' ? path.at(-2) : path.at(-1);
  const found = last === undefined ? undefined : dictionary.get(normHeader(last));
  return found === undefined ? null : { role: found.role, set: setOf(normHeader(header)), strength: 2 };
}

function readExactly(text: string): HeaderReading | null {
  const header = text.replace(/\s*\(metadata\)\s*$/iu, '').trim();
  const path = readPath(header);
  if (path !== null) return path;
  const whole = fold(header);
  if (whole === '' || whole.length > 80) return null;
  if (/^(?:item|line) ?#$/iu.test(header.trim())) return null; // a running number
  const split = normHeader(header);
  for (const text of whole === split ? [whole] : [whole, split]) {
    const direct = dictionary.get(text);
    if (direct !== undefined) return { role: direct.role, set: setOf(text), strength: direct.strength };
  }
  for (const text of whole === split ? [whole] : [split, whole]) {
    const set = setOf(text);
    if (set === 'neutral') continue;
    const bare = strip(text, set);
    if (bare === '')
      return set === 'shipping' && /address|adresse|anschrift|indirizzo/u.test(text)
        ? { role: 'addr', set, strength: 2 }
        : null;
    const found =
      dictionary.get(bare) ??
      dictionary.get(bare.replace(/ [1-9]$/u, '')) ??
      dictionary.get(bare.replace(/^[1-9] /u, '')) ??
      dictionary.get(bare.replace(/^(?:order )?address /u, ''));
    // Of a shipping price, date or method nothing follows for the goods.
    if (found !== undefined && ofAnAddress.has(found.role))
      return { role: found.role, set, strength: found.strength };
  }
  return null;
}

const ofAnAddress: ReadonlySet<ColumnRole> = new Set<ColumnRole>([...addressRoles, 'email']);

/** Nearly a known header: a word misspelt, or `my`, `our`, `your` in front. Only if nothing better is there. */
function readNearly(text: string): HeaderReading | null {
  const set = setOf(text);
  const bare = (set === 'neutral' ? text : strip(text, set))
    .replaceAll(/\b(?:my|our|your|their|s|mein|meine|ihre|unsere|votre|notre|vostro|nostro)\b/gu, ' ')
    .replaceAll(/ +/gu, ' ')
    .trim();
  const direct = dictionary.get(bare);
  if (direct !== undefined && bare !== text && (set === 'neutral' || ofAnAddress.has(direct.role)))
    return { role: direct.role, set, strength: 1 };
  if (bare.length < 4 || bare.length > 40) return null;
  const words = bare.split(' ');
  let role: ColumnRole | null = null;
  let best = 3;
  for (const [key, entry] of dictionary) {
    if (Math.abs(key.length - bare.length) > 2) continue;
    if (set !== 'neutral' && !ofAnAddress.has(entry.role)) continue;
    const steps = stepsBetween(words, key.split(' '));
    if (steps < best) {
      best = steps;
      role = entry.role;
    } else if (steps === best && role !== entry.role) role = null;
  }
  return role === null ? null : { role, set, strength: 1 };
}

/** Word by word: short ones are the same, longer ones differ by a letter (two from nine letters on). Infinity = not near. */
function stepsBetween(words: readonly string[], known: readonly string[]): number {
  if (words.length !== known.length) return Infinity;
  let steps = 0;
  for (let i = 0; i < words.length; i++) {
    const [a = '', b = ''] = [words[i], known[i]];
    if (a === b) continue;
    if (a.length < 5 || b.length < 5 || a[0] !== b[0]) return Infinity;
    const limit = Math.min(a.length, b.length) >= 9 ? 2 : 1;
    const apart = distance(a, b, limit);
    if (apart > limit) return Infinity;
    steps += apart;
  }
  return steps === 0 ? Infinity : steps;
}

const setOf = (text: string): AddressSet => {
  shippingWords.lastIndex = 0;
  billingWords.lastIndex = 0;
  if (shippingWords.test(text)) return 'shipping';
  return billingWords.test(text) ? 'billing' : 'neutral';
};

const strip = (text: string, set: AddressSet): string =>
  text
    .replaceAll(set === 'shipping' ? shippingWords : billingWords, ' ')
    .replaceAll(/\b(?:the|to|de|du|di|la|le|of|der|des|zur|per|contact|details?)\b(?=\s|$)/gu, ' ')
    .replaceAll(/ +/gu, ' ')
    .trim();

/** Every header word this file knows, for finding the header row. */
export const isHeaderWord = (text: string): boolean => text.length <= 60 && readExactly(text) !== null;

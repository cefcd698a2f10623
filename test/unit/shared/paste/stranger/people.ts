/** Clean orders from 44 countries, as a shop would have them: written from the post offices' own examples. */
export interface Clean {
  invoice: string;
  first: string;
  last: string;
  company: string;
  addr: string;
  addr2: string;
  city: string;
  state: string;
  zip: string;
  /** ISO 3166 */
  iso: string;
  email: string;
  sku: string;
  title: string;
  quantity: string;
  price: string;
}

/** iso|alpha-3|English|German name, then city|state|zip|street of up to three places. */
const lines = `
US|USA|United States|Vereinigte Staaten;Boston|MA|02108|12 Beacon St;Newark|NJ|07105|418 Ferry Street;Salem|OR|97301|9 Court St NE;Fairbanks|AK|99701|1 Pioneer Rd
CA|CAN|Canada|Kanada;Toronto|ON|M5V 2T6|290 Bremner Blvd;Vancouver|BC|V6B 1A1|88 W Pender St
GB|GBR|United Kingdom|Vereinigtes Königreich;London||SW1A 1AA|1 The Mall;Leeds||LS1 4AP|Flat 3B, 17 Park Row
DE|DEU|Germany|Deutschland;Dresden||01099|Alaunstraße 9;Halle (Saale)||06108|Große Ulrichstr. 2;München||80331|Sendlinger Str. 8
FR|FRA|France|Frankreich;Paris||75008|12 bis rue de Berri;Nice||06000|3 rue Masséna
IT|ITA|Italy|Italien;Roma|RM|00185|Via Marsala 10;Milano|MI|20121|Via Brera 28
ES|ESP|Spain|Spanien;Madrid|M|28039|Calle de Ofelia Nieto 3;Barcelona|B|08001|Carrer de Joaquín Costa 12
PT|PRT|Portugal|Portugal;Lisboa||1100-148|Rua Augusta 24, 3º Esq.
NL|NLD|Netherlands|Niederlande;Amsterdam||1012 JS|Damrak 4;'s-Gravenhage||2511 CV|Spui 70
BE|BEL|Belgium|Belgien;Gent||9000|Korenmarkt 16
LU|LUX|Luxembourg|Luxemburg;Luxembourg||1009|Rue du Fort 1
AT|AUT|Austria|Österreich;Wien||1010|Kärntner Str. 1;Graz||8010|Herrengasse 16
CH|CHE|Switzerland|Schweiz;Zürich||8001|Bahnhofstrasse 3;Chur||7000|Poststrasse 12
DK|DNK|Denmark|Dänemark;København V||1620|Vesterbrogade 3
NO|NOR|Norway|Norwegen;Oslo||0150|Skippergata 2
SE|SWE|Sweden|Schweden;Stockholm||118 49|Hornsgatan 40
FI|FIN|Finland|Finnland;Helsinki||00100|Mannerheimintie 5
IS|ISL|Iceland|Island;Reykjavík||101|Laugavegur 3
IE|IRL|Ireland|Irland;Dublin||D02 AF30|5 Dame St;Dublin||D6W XN32|9 Terenure Rd
PL|POL|Poland|Polen;Warszawa||00-950|ul. Złota 44
CZ|CZE|Czechia|Tschechien;Praha 1||110 00|Celetná 12
SK|SVK|Slovakia|Slowakei;Bratislava||811 01|Obchodná 7
HU|HUN|Hungary|Ungarn;Budapest||1092|Ráday u. 5
SI|SVN|Slovenia|Slowenien;Ljubljana||1000|Trubarjeva 3
HR|HRV|Croatia|Kroatien;Zagreb||10000|Ilica 10
RO|ROU|Romania|Rumänien;București||010011|Calea Victoriei 12
BG|BGR|Bulgaria|Bulgarien;Sofia||1000|Vitosha Blvd 9
GR|GRC|Greece|Griechenland;Athina||104 31|Patision 28
EE|EST|Estonia|Estland;Tallinn||10111|Pikk 4
LV|LVA|Latvia|Lettland;Rīga||LV-1050|Kaļķu iela 6
LT|LTU|Lithuania|Litauen;Vilnius||01100|Gedimino pr. 9
CY|CYP|Cyprus|Zypern;Nicosia||1010|Ledra 7
MT|MLT|Malta|Malta;Valletta||VLT 1117|Republic St 12
AU|AUS|Australia|Australien;Darwin|NT|0800|22 Mitchell St;Sydney|NSW|2000|Unit 4, 9 Kent St
NZ|NZL|New Zealand|Neuseeland;Auckland||0610|14 Lincoln Rd
JP|JPN|Japan|Japan;Sapporo|Hokkaido|060-0001|1-2 Kita 1-jo Nishi
KR|KOR|South Korea|Südkorea;Seoul|Seoul|03187|6 Jong-ro
SG|SGP|Singapore|Singapur;Singapore||049483|1 Raffles Place
IN|IND|India|Indien;Bengaluru|Karnataka|560001|14 Kasturba Rd
BR|BRA|Brazil|Brasilien;São Paulo|SP|01310-100|Av. Paulista 1000
MX|MEX|Mexico|Mexiko;Puebla|PUE|72000|5 de Mayo 6
ZA|ZAF|South Africa|Südafrika;Pretoria||0001|9 Church St
HK|HKG|Hong Kong|Hongkong;Hong Kong|Kowloon||12 Nathan Rd
AE|ARE|United Arab Emirates|Vereinigte Arabische Emirate;Dubai|Dubai||Al Wasl Rd 3
IL|ISR|Israel|Israel;Tel Aviv||6100001|Dizengoff 50`;

export interface Country {
  iso: string;
  alpha3: string;
  en: string;
  de: string;
}
export const countries = new Map<string, Country>();
const places: [string, string, string, string, string][] = [];
for (const line of lines.trim().split('\n')) {
  const [head = '', ...list] = line.split(';');
  const [iso = '', alpha3 = '', en = '', de = ''] = head.split('|');
  countries.set(iso, { iso, alpha3, en, de });
  for (const place of list) {
    const [city = '', state = '', zip = '', street = ''] = place.split('|');
    places.push([iso, city, state, zip, street]);
  }
}

// prettier-ignore
const firsts = ['Ann', 'Jörg', 'Chiara', 'Émilie', 'Søren', 'Aiko', 'Priya', 'Lukáš', 'Siobhán', 'JOÃO', 'Noor', 'Zsófia', 'Chad', 'Mary Jane', 'Li', 'Kwame', 'Jean-Luc', 'Åsa', 'Dana', 'Vera'];
// prettier-ignore
const lasts = ['Lee', 'Müller', 'Fontana', 'Lefèvre', 'Kjærgaard', 'Tanaka', 'Conceição', 'Null', 'Ireland', "'t Hart", "Ó'Sé", 'van der Berg', 'McDonald', "O'Rourke", 'Bär-Zürcher', 'Groß', 'Novák', 'São', 'Smith', 'DeVito', 'Jordan', 'London', 'Paris'];
export const catalogue: [string, string, string][] = [
  ['40350', 'Field Recordings', '14.99'],
  ['40360', '50% off sampler', '9.00'],
  ['40370', 'Stimmen am Fluss', '19.50'],
];

/** The n-th clean order; `iso` picks the country, else they go round. */
export function cleanOrder(n: number, iso = '', zip = ''): Clean {
  const fitting = places.filter(
    (place) => (iso === '' || place[0] === iso) && (zip === '' || place[3] === zip),
  );
  const place = fitting[n % fitting.length] ?? ['US', 'Austin', 'TX', '73301', '1 Oak Ave'];
  const product = catalogue[n % catalogue.length] ?? ['', '', ''];
  return {
    invoice: `K-${10_000 + n}`,
    first: firsts[(n * 7) % firsts.length] ?? '',
    last: lasts[(n * 5) % lasts.length] ?? '',
    company: n % 5 === 0 ? `Studio ${n}` : '',
    // No two live in one house, so that nobody looks like the same person twice.
    addr: place[4].replace(/\d+/u, String(11 + n)),
    addr2: n % 6 === 0 ? `Apt ${n}` : '',
    city: place[1],
    state: place[2],
    zip: place[3],
    iso: place[0],
    email: `buyer${n}@example.org`,
    sku: product[0],
    title: product[1],
    quantity: String(1 + (n % 4)),
    price: product[2],
  };
}

/** Names people write that no list has (folded), in English, German, French, Italian and a few own names. */
// prettier-ignore
export const countryAliases: Record<string, string> = {
  // United States
  'u s a': 'US', 'u s': 'US', america: 'US', 'the united states': 'US', 'the united states of america': 'US', 'etats unis d amerique': 'US',
  'stati uniti d america': 'US', 'stati uniti': 'US', 'vereinigte staaten von amerika': 'US', 'united states usa': 'US', 'etats unis': 'US',
  amerika: 'US', 'estados unidos': 'US', 'verein staaten': 'US', 'amerique': 'US', 'us of a': 'US', 'united states us': 'US',
  // United Kingdom
  uk: 'GB', 'u k': 'GB', 'g b': 'GB', 'great britain': 'GB', britain: 'GB', england: 'GB', scotland: 'GB', wales: 'GB', 'northern ireland': 'GB',
  grossbritannien: 'GB', 'gross britannien': 'GB', schottland: 'GB', nordirland: 'GB', angleterre: 'GB', 'grande bretagne': 'GB', ecosse: 'GB',
  'pays de galles': 'GB', 'irlande du nord': 'GB', inghilterra: 'GB', 'gran bretagna': 'GB', scozia: 'GB', galles: 'GB', 'irlanda del nord': 'GB',
  'the united kingdom': 'GB', 'united kingdom uk': 'GB', 'united kingdom gb': 'GB', 'united kingdom great britain': 'GB', 'england uk': 'GB',
  'scotland uk': 'GB', 'wales uk': 'GB', 'vereinigtes koenigreich': 'GB', 'reino unido': 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  // Germany, Austria, Switzerland
  brd: 'DE', 'federal republic of germany': 'DE', 'bundesrepublik deutschland': 'DE', alemania: 'DE', 'federal republic germany': 'DE', duitsland: 'DE',
  oesterreich: 'AT', osterreich: 'AT', schweiz: 'CH', 'the switzerland': 'CH', suisse: 'CH', svizzera: 'CH', svizra: 'CH', 'confoederatio helvetica': 'CH',
  helvetia: 'CH', 'swiss': 'CH', 'suiza': 'CH', 'furstentum liechtenstein': 'LI',
  // Netherlands, Belgium
  holland: 'NL', 'the netherlands': 'NL', nederland: 'NL', olanda: 'NL', hollande: 'NL', 'die niederlande': 'NL', 'les pays bas': 'NL', 'pays bas': 'NL',
  belgie: 'BE', belgique: 'BE', belgio: 'BE', 'belgique belgie': 'BE',
  // the rest of Europe
  espana: 'ES', espagne: 'ES', spagna: 'ES', danmark: 'DK', sverige: 'SE', norge: 'NO', suomi: 'FI', polska: 'PL', eire: 'IE', 'republic of ireland': 'IE',
  'irish republic': 'IE', 'southern ireland': 'IE', 'republik irland': 'IE', 'republique d irlande': 'IE', irlanda: 'IE', 'rep of ireland': 'IE',
  'czech republic': 'CZ', czechia: 'CZ', 'the czech republic': 'CZ', 'tschechische republik': 'CZ', tschechei: 'CZ', 'republique tcheque': 'CZ', 'cesko': 'CZ',
  'ceska republika': 'CZ', 'slovak republic': 'SK', 'slowakische republik': 'SK', slovensko: 'SK', hellas: 'GR', ellada: 'GR', 'magyarorszag': 'HU',
  macedonia: 'MK', mazedonien: 'MK', macedoine: 'MK', 'fyrom': 'MK', 'republic of macedonia': 'MK', 'hrvatska': 'HR', 'srbija': 'RS', 'slovenija': 'SI',
  'russian federation': 'RU', 'russische foderation': 'RU', 'federation de russie': 'RU', 'federazione russa': 'RU', turkey: 'TR', turkei: 'TR', tuerkei: 'TR',
  bosnia: 'BA', bosnien: 'BA', moldova: 'MD', moldawien: 'MD', 'republic of moldova': 'MD', 'vatican': 'VA', 'holy see': 'VA', 'vatikan': 'VA', kosovo: 'XK',
  'republic of kosovo': 'XK', 'weissrussland': 'BY', 'bielorussie': 'BY', bielorussia: 'BY', 'islande': 'IS', 'polen': 'PL', 'pologne': 'PL', polonia: 'PL',
  'faroes': 'FO', 'channel islands jersey': 'JE', 'isle of man uk': 'IM', 'luxemburg': 'LU', 'letzebuerg': 'LU', 'eesti': 'EE', 'latvija': 'LV', 'lietuva': 'LT',
  'italia': 'IT', 'osterreich austria': 'AT', 'ukraina': 'UA', 'romania rumanien': 'RO', 'rumaenien': 'RO', 'daenemark': 'DK',
  // Asia, Africa, Americas, Pacific
  korea: 'KR', 'republic of korea': 'KR', 'korea republic of': 'KR', 'korea south': 'KR', 's korea': 'KR', 'south korea': 'KR', sudkorea: 'KR', suedkorea: 'KR',
  'coree': 'KR', 'corea': 'KR', 'north korea': 'KP', nordkorea: 'KP', 'coree du nord': 'KP', 'viet nam': 'VN', taiwan: 'TW', 'taiwan r o c': 'TW',
  'taiwan province of china': 'TW', 'republic of china': 'TW', 'hong kong sar': 'HK', hongkong: 'HK', 'hong kong sar china': 'HK', macau: 'MO', 'macao': 'MO', macow: 'MO',
  burma: 'MM', birma: 'MM', birmanie: 'MM', birmania: 'MM', 'people s republic of china': 'CN', 'p r china': 'CN', prc: 'CN', 'china mainland': 'CN',
  'mainland china': 'CN', 'vr china': 'CN', chine: 'CN', cina: 'CN', nippon: 'JP', 'japon': 'JP', giappone: 'JP', 'uae': 'AE', 'u a e': 'AE', emirates: 'AE', vae: 'AE',
  'emirats arabes unis': 'AE', 'emirati arabi uniti': 'AE', 'ivory coast': 'CI', elfenbeinkuste: 'CI', 'cote d ivoire': 'CI', 'costa d avorio': 'CI',
  swaziland: 'SZ', 'cape verde': 'CV', 'kap verde': 'CV', 'east timor': 'TL', 'congo kinshasa': 'CD', 'congo brazzaville': 'CG', 'drc': 'CD', 'persia': 'IR',
  'south africa': 'ZA', rsa: 'ZA', sudafrika: 'ZA', suedafrika: 'ZA', 'afrique du sud': 'ZA', sudafrica: 'ZA', brasil: 'BR', brasile: 'BR', bresil: 'BR',
  mexiko: 'MX', messico: 'MX', mexique: 'MX', 'new zealand aotearoa': 'NZ', aotearoa: 'NZ', 'neu seeland': 'NZ', 'nouvelle zelande': 'NZ', 'nuova zelanda': 'NZ',
  'palestine state of': 'PS', 'palestinian territories': 'PS', 'micronesia': 'FM', 'us virgin islands': 'VI', 'u s virgin islands': 'VI', 'virgin islands': 'VI',
  'british virgin islands': 'VG', 'st lucia': 'LC', 'st kitts and nevis': 'KN', 'st vincent': 'VC', 'trinidad': 'TT', 'antigua': 'AG', 'surinam': 'SR',
  'falkland islands': 'FK', 'brunei darussalam': 'BN', 'lao': 'LA', 'syrian arab republic': 'SY', 'iran islamic republic of': 'IR', 'bharat': 'IN', 'indien': 'IN',
  'inde': 'IN', 'the philippines': 'PH', 'philippinen': 'PH', 'the gambia': 'GM', 'the bahamas': 'BS', 'curacao': 'CW', 'reunion': 'RE', 'puerto rico usa': 'PR',
};

/** Codes that are not ISO (or no longer), as spreadsheets have them. */
// prettier-ignore
export const codeAliases: Record<string, string> = {
  UK: 'GB', EL: 'GR', SU: 'RU', YU: 'RS', CS: 'RS', ZR: 'CD', TP: 'TL', BU: 'MM', FX: 'FR', XKX: 'XK', KOS: 'XK', ROM: 'RO',
  GER: 'DE', SUI: 'CH', NED: 'NL', DEN: 'DK', POR: 'PT', GRE: 'GR', CRO: 'HR', SLO: 'SI', BUL: 'BG', LAT: 'LV', RSA: 'ZA', UAE: 'AE', ENG: 'GB', SCO: 'GB', WAL: 'GB',
};

/** Addresses of the service: the first is on the public page of its document, the second in its own blog of May 2018. */
export const trepstarAddresses = {
  order: 'https://www.trepstar.com/custdata.asp',
  status: 'https://www.trepstar.com/custdataXML.asp',
} as const;

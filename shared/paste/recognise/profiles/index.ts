import type { Profile } from '../profile.ts';
import { amazon, ebay, etsy, gumroad, wix } from './marketplaces.ts';
import {
  backerkit,
  bigcommerce,
  discogs,
  kickstarter,
  magento,
  myob,
  paypal,
  prestashop,
  shopware,
  trepstar,
} from './others.ts';
import { shopify, squarespace } from './shopify.ts';
import { wooAdvanced, wooOther, wooPacked } from './woocommerce.ts';

/** In the order in which they are asked. */
export const profiles: readonly Profile[] = [
  trepstar,
  amazon,
  squarespace,
  shopify,
  kickstarter,
  backerkit,
  myob,
  gumroad,
  paypal,
  wix,
  ebay,
  etsy,
  bigcommerce,
  wooPacked,
  wooAdvanced,
  wooOther,
  magento,
  discogs,
  prestashop,
  shopware,
];

/** The shop whose export these folded headers are; null = none that is known. */
export const findProfile = (headers: readonly string[]): Profile | null => {
  const set = new Set(headers);
  return profiles.find((profile) => profile.matches((header) => set.has(header))) ?? null;
};

export const profileOf = (id: string): Profile | null =>
  profiles.find((profile) => profile.id === id) ?? null;

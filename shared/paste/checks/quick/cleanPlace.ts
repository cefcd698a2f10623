import { digit, mark } from '../../cells/charClasses.ts';
import { Distinct } from '../../cells/distinct.ts';
import { checkCountry } from '../place/country.ts';
import { checkMissingPlace } from '../place/missing.ts';
import { checkState } from '../place/state.ts';
import { checkZipAndCity } from '../place/zip.ts';
import { isAtHome, isPlainZip, newPlace, type Place } from './place.ts';
import type { RowAtHand } from './rowAtHand.ts';

/** Tells that country, state, postcode and city have nothing wrong; sets country and state of the row. */
export class CleanPlace {
  private readonly cells: RowAtHand;
  private readonly countries = new Distinct();
  private readonly states = new Distinct();
  private readonly zips = new Distinct();
  /** By number of the country's text. */
  private readonly places: Place[] = [];
  private readonly codes = new Map<string, Place>();

  constructor(cells: RowAtHand) {
    this.cells = cells;
  }

  isClean(): boolean {
    const { cells } = this;
    cells.iso = '';
    cells.state = '';
    const place = this.placeOf();
    return place !== null && this.stateIsClean(place) && this.zipAndCityAreClean(place);
  }

  /** The row's country; null = there is something to say about it. */
  private placeOf(): Place | null {
    const { cells } = this;
    const { layout, mapping } = cells.world;
    let number = -1;
    if (cells.find(layout.at.country) > 0) number = this.countries.numberOf(cells.text, cells.from, cells.to);
    else if ((mapping.constants.country ?? '') !== '') number = this.countries.numberOf('', 0, 0);
    const known = number === -1 ? undefined : this.places[number];
    if (known !== undefined) {
      cells.iso = known.iso;
      return known.clean ? known : null;
    }
    const clean = cells.agreesByText(layout.at.country, checkCountry);
    const iso = cells.foundIso;
    cells.iso = iso;
    if (number === -1) return clean ? this.byCode(iso) : null;
    const place = newPlace(iso, clean);
    this.places[number] = place;
    return clean ? place : null;
  }

  private byCode(iso: string): Place {
    const known = this.codes.get(iso);
    if (known !== undefined) return known;
    const place = newPlace(iso, true);
    this.codes.set(iso, place);
    return place;
  }

  private stateIsClean(place: Place): boolean {
    const { cells } = this;
    const { layout, mapping } = cells.world;
    if (cells.find(layout.at.state) === 0) {
      if (mapping.constants.state === undefined || mapping.constants.state === '')
        return !place.stateRequired;
      cells.take('');
    }
    const number = this.states.numberOf(cells.text, cells.from, cells.to);
    let code = number === -1 ? undefined : place.states[number];
    if (code === undefined) {
      // What is no state of the list is judged together with the city: never by its text alone.
      const clean =
        cells.agreesByText(layout.at.state, checkState) && (cells.foundState !== '' || !place.hasStates);
      code = clean ? cells.foundState : null;
      if (number !== -1) place.states[number] = code;
    }
    cells.state = code ?? '';
    return code !== null;
  }

  private zipAndCityAreClean(place: Place): boolean {
    const { cells } = this;
    const { at } = cells;
    let plain = true;
    if (cells.find(at.city) > 0) {
      const classes = cells.flags(at.city);
      if ((classes & digit) !== 0 || ((classes & mark) !== 0 && cells.found().includes(','))) plain = false;
    } else if (place.needsCity) return false;
    if (cells.find(at.zip) === 0) {
      if (place.zipRequired && !cells.agrees(checkMissingPlace)) return false;
    } else if (plain) plain = this.zipIsPlain(at.zip, place);
    if (!plain && !cells.agrees(checkZipAndCity)) return false;
    const { streets } = cells.world.layout;
    for (let i = 0; i < streets.length; i++) if (cells.find(streets[i] ?? -1) > 0) return true;
    return false;
  }

  private zipIsPlain(column: number, place: Place): boolean {
    const { cells } = this;
    const number = this.zips.numberOf(cells.text, cells.from, cells.to);
    if (number === -1) {
      const zip = cells.found();
      return isPlainZip(zip, cells.flags(column), place) && isAtHome(zip, cells.state, place);
    }
    if (!(place.zips[number] ??= isPlainZip(cells.found(), cells.flags(column), place))) return false;
    if (place.homes[number] === cells.state) return true;
    if (!isAtHome(cells.found(), cells.state, place)) return false;
    place.homes[number] = cells.state;
    return true;
  }
}

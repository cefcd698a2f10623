import { blank, mark } from '../../cells/charClasses.ts';
import { Judged } from '../../cells/judged.ts';
import { houseNumberIn, NameHashes, nearHash, personHash, textHashIn } from '../../radar/hash.ts';
import { checkEmail, checkName, isPlainMailDomain, isPlainPerson, plainMailName } from '../personChecks.ts';
import type { RowAtHand } from './rowAtHand.ts';

/** Tells that name and mail address have nothing wrong, and reads who it is for the radar. */
export class CleanPerson {
  /** Of the person that was read last: `personHash` and `nearHash`. */
  person = 0;
  near = 0;
  private readonly cells: RowAtHand;
  private readonly names = new NameHashes();
  /** Of many mail addresses few domains are different. */
  private readonly plainDomains = new Judged(isPlainMailDomain);

  constructor(cells: RowAtHand) {
    this.cells = cells;
  }

  isClean(): boolean {
    return this.nameIsClean() && this.mailIsClean();
  }

  private nameIsClean(): boolean {
    const { cells } = this;
    const { at } = cells;
    const { names } = cells.world.layout;
    if (at.name !== -1)
      return (
        cells.find(at.name) > 0 &&
        (isPlainPerson(cells.text, cells.from, cells.to) || cells.agrees(checkName))
      );
    let filled = 0;
    let plain = true;
    for (const column of names) {
      if (cells.find(column) === 0) continue;
      filled++;
      if ((cells.flags(column) & (blank | mark)) !== 0 || /att/iu.test(cells.found())) plain = false;
    }
    return filled > 0 && (plain || cells.agrees(checkName));
  }

  private mailIsClean(): boolean {
    const { cells } = this;
    if (cells.find(cells.at.email) === 0) return true;
    const { text, from, to } = cells;
    const at = plainMailName(text, from, to);
    return (at !== -1 && this.plainDomains.of(text, at + 1, to)) || cells.agrees(checkEmail);
  }

  /** Sets `person` and `near`. */
  read(): void {
    const { cells } = this;
    const { at } = cells;
    const { names, streets } = cells.world.layout;
    let house = 0;
    let place = 0;
    const street = streets[0] ?? -1;
    const joined = streets.length > 1 && at.houseNumber !== -1;
    if (joined) {
      const address = `${cells.textAt(street)} ${cells.textAt(at.houseNumber)}`;
      house = houseNumberIn(address, 0, address.length);
      place = textHashIn(address, 0, address.length);
    } else if (cells.find(street) > 0) {
      house = houseNumberIn(cells.text, cells.from, cells.to);
      if (cells.find(at.zip) === 0 && cells.find(street) > 0)
        place = textHashIn(cells.text, cells.from, cells.to);
    } else place = textHashIn('', 0, 0);
    if (cells.find(at.zip) > 0) place = textHashIn(cells.text, cells.from, cells.to);
    if (names.length > 1) {
      cells.take(`${cells.textAt(names[0] ?? -1)} ${cells.textAt(names[1] ?? -1)}`);
    } else cells.find(names[0] ?? -1);
    this.names.read(cells.text, cells.from, cells.to);
    this.person = personHash(this.names, place, house);
    this.near = nearHash(this.names, place, house);
  }
}

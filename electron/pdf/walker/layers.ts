import type { PDFDict } from '@cantoo/pdf-lib';
import type { Facts } from '../../../shared/mailings/facts.ts';
import type { Reader } from './objects.ts';

/** The layers (optional content groups) of a file, and which of them are off as it opens. */
export class Layers {
  readonly facts: Facts['layers'];
  private readonly read: Reader;
  private readonly off = new Set<PDFDict>();

  constructor(read: Reader) {
    this.read = read;
    const properties = read.getDict(read.catalog(), 'OCProperties');
    const config = read.getDict(properties, 'D');
    const listed = (key: string): Set<PDFDict | undefined> =>
      new Set(read.array(read.get(config, key)).map((g) => read.dict(g)));
    const off = listed('OFF');
    const on = listed('ON');
    const baseOff = read.name(config, 'BaseState') === 'OFF';
    this.facts = read
      .array(read.get(properties, 'OCGs'))
      .slice(0, 500)
      .map((g) => {
        const group = read.dict(g);
        const hidden = off.has(group) || (baseOff && !on.has(group));
        if (group && hidden) this.off.add(group);
        return { name: read.text(read.raw(group, 'Name')) ?? '', hidden };
      });
  }

  /** True when what belongs to this group, or to this rule over groups (ISO 32000-1, 8.11.2.2), is not shown. */
  hides(owner: PDFDict | undefined): boolean {
    if (!owner || this.off.size === 0) return false;
    const { read } = this;
    if (read.name(owner, 'Type') !== 'OCMD') return this.off.has(owner);
    const groups = read.get(owner, 'OCGs');
    const members = [read.dict(groups), ...read.array(groups).map((g) => read.dict(g))].filter(
      (g) => g !== undefined,
    );
    if (members.length === 0) return false;
    const off = members.filter((g) => this.off.has(g)).length;
    switch (read.name(owner, 'P') ?? 'AnyOn') {
      case 'AllOn':
        return off > 0;
      case 'AnyOff':
        return off === 0;
      case 'AllOff':
        return off < members.length;
      default: // AnyOn
        return off === members.length;
    }
  }
}

import { describe, expect, it } from 'vitest';
import { matcher, replaceIn, searchRound } from '../../../../../renderer/ui/grid/find.ts';

const query = (text: string, more = {}) => ({ text, matchCase: false, wholeCell: false, ...more });

describe('find and replace', () => {
  it('finds without case unless asked, whole cells when asked, nothing for nothing', () => {
    expect(matcher(query('ita'))('IT (Italy)')).toBe(true);
    expect(matcher(query('ita', { matchCase: true }))('IT (Italy)')).toBe(false);
    expect(matcher(query('it', { wholeCell: true }))('IT (Italy)')).toBe(false);
    expect(matcher(query(''))('anything')).toBe(false);
  });

  it('replaces every match and takes signs literally', () => {
    expect(replaceIn('a.b.c', query('.'), '-')).toBe('a-b-c');
    expect(replaceIn('x', query('x'), '$&$1')).toBe('$&$1');
    expect(replaceIn('IT (Italy)', query('it (italy)', { wholeCell: true }), 'IT')).toBe('IT');
  });

  it('searches round the end and comes to the start last', () => {
    expect(searchRound(5, 3, false, (index) => index === 1)).toBe(1);
    expect(searchRound(5, 3, true, (index) => index === 4)).toBe(4);
    expect(searchRound(5, 3, false, (index) => index === 3)).toBe(3);
    expect(searchRound(5, 3, false, () => false)).toBeNull();
  });
});

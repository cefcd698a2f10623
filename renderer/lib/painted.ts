/** Marks an element for Element Timing: when it was painted can then be read from outside, as the benchmark of the start does. */
export const painted = (name: 'screen' | 'sheet') => ({ elementtiming: name });

/**
 * The one channel on which the page asks: the name of the request, then its input. One, so that the door can be opened
 * without knowing the names, whose schemas take a while to read.
 */
export const requestChannel = 'ask';

import { useEffect, useRef, useState, type RefObject } from 'react';

interface Near<E> {
  /** Belongs on the element that is watched. */
  place: RefObject<E | null>;
  near: boolean;
  /** How high it was when it was last drawn, to keep its place; px. */
  height: number;
}

/**
 * Whether an element is within `reach` px of what its scroller shows. What is far need not be drawn: of a pile of
 * hundreds only the part around the screen costs anything. What has the focus stays drawn.
 * @param usualHeight until it was drawn; px
 */
export function useNear<E extends HTMLElement>(
  reach: number,
  usualHeight: number,
  fromTheStart: boolean,
): Near<E> {
  const place = useRef<E>(null);
  const [seen, setSeen] = useState({ near: fromTheStart, height: usualHeight });
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const look = (entries: readonly IntersectionObserverEntry[]): void => {
      const entry = entries.at(-1);
      if (entry === undefined) return;
      const near = entry.isIntersecting || element.contains(document.activeElement);
      const { height } = entry.boundingClientRect;
      setSeen((before) =>
        before.near === near ? before : { near, height: before.near ? height : before.height },
      );
    };
    const root = element.closest('.scroll');
    const watch = new IntersectionObserver(look, { root, rootMargin: `${reach}px 0px` });
    watch.observe(element);
    return () => watch.disconnect();
  }, [reach]);
  return { place, ...seen };
}

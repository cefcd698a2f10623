import { useEffect, useRef, useState } from 'react';
import { drawPage } from './pdfPages.ts';

/** A page of an archived document, drawn when it comes near the screen. Its place is kept until then. */
export function PagePicture({
  sha256,
  page = 1,
  width,
  alt,
  later = false,
}: {
  sha256: string;
  page?: number;
  width: number;
  alt: string;
  /** Not yet: what the file is comes before how it looks. */
  later?: boolean;
}) {
  const [drawn, setDrawn] = useState<{ key: string; address: string | null } | null>(null);
  const key = `${sha256}/${page}`;
  const place = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || later || place.current === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '400px' },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [near, later]);
  useEffect(() => {
    if (!near || later) return;
    let gone = false;
    void drawPage(sha256, page, width).then((address) => {
      if (!gone) setDrawn({ key, address });
    });
    return () => {
      gone = true;
    };
  }, [sha256, page, width, key, near, later]);
  const address = drawn?.key === key ? drawn.address : null;
  return address === null ? (
    <span ref={place} className="no-picture" aria-hidden />
  ) : (
    <img src={address} alt={alt} draggable={false} />
  );
}

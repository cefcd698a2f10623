import { useEffect, useState } from 'react';
import { drawPage } from './pdfPages.ts';

/** A page of an archived document. Its place is kept while it is drawn. */
export function PagePicture({
  sha256,
  page = 1,
  width,
  alt,
}: {
  sha256: string;
  page?: number;
  width: number;
  alt: string;
}) {
  const [drawn, setDrawn] = useState<{ key: string; address: string | null } | null>(null);
  const key = `${sha256}/${page}`;
  useEffect(() => {
    let gone = false;
    void drawPage(sha256, page, width).then((address) => {
      if (!gone) setDrawn({ key, address });
    });
    return () => {
      gone = true;
    };
  }, [sha256, page, width, key]);
  const address = drawn?.key === key ? drawn.address : null;
  return address === null ? (
    <span className="no-picture" aria-hidden />
  ) : (
    <img src={address} alt={alt} draggable={false} />
  );
}

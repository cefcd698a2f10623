import { useEffect, useState } from 'react';
import { drawPage } from './pdfPages.ts';

/** A page of an archived document. Its place is kept until it is drawn. */
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
  useEffect(() => {
    if (later) return;
    let gone = false;
    void drawPage(sha256, page, width, () => !gone).then((address) => {
      if (!gone) setDrawn({ key, address });
    });
    return () => {
      gone = true;
    };
  }, [sha256, page, width, key, later]);
  const address = drawn?.key === key ? drawn.address : null;
  return address === null ? (
    <span className="no-picture" aria-hidden />
  ) : (
    <img src={address} alt={alt} draggable={false} />
  );
}

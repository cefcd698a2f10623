import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawPage } from './pdfPages.ts';

/** Narrower pictures have no room for words; px. */
const thumbnail = 200;

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
  const { t } = useTranslation();
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
  if (address === null && width < thumbnail) return <span className="no-picture" aria-hidden />;
  return address === null ? (
    <span className="no-picture sub">{t(drawn?.key === key ? 'mailings.notDrawn' : 'mailings.drawing')}</span>
  ) : (
    <img src={address} alt={alt} draggable={false} />
  );
}

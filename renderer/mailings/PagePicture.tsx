import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../shared/mailings/box.ts';
import { drawPage, type Drawn } from './pdfPages.ts';
import './pagePicture.css';

/** Narrower pictures have no room for words; px. */
const thumbnail = 200;

/** A page of an archived document. Its place is kept until it is drawn. */
export function PagePicture({
  sha256,
  page = 1,
  width,
  alt,
  later = false,
  over,
}: {
  sha256: string;
  page?: number;
  width: number;
  alt: string;
  /** Not yet: what the file is comes before how it looks. */
  later?: boolean;
  /** What is drawn over the page, once its size is known. */
  over?: ((paper: Paper) => ReactNode) | undefined;
}) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState<{ key: string; picture: Drawn | null } | null>(null);
  const key = `${sha256}/${page}`;
  useEffect(() => {
    if (later) return;
    let gone = false;
    void drawPage(sha256, page, width, () => !gone).then((picture) => {
      if (!gone) setDrawn({ key, picture });
    });
    return () => {
      gone = true;
    };
  }, [sha256, page, width, key, later]);
  const picture = drawn?.key === key ? drawn.picture : null;
  if (picture === null && width < thumbnail) return <span className="no-picture" aria-hidden />;
  return picture === null ? (
    <span className="no-picture sub">{t(drawn?.key === key ? 'mailings.notDrawn' : 'mailings.drawing')}</span>
  ) : (
    <>
      <img src={picture.address} alt={alt} draggable={false} />
      {over?.(picture.paper)}
    </>
  );
}

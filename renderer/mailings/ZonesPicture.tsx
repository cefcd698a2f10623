import { useTranslation } from 'react-i18next';
import { isUpright, type Box, type Paper } from '../../shared/mailings/box.ts';
import type { LetterProfile, ZoneKind } from '../../shared/mailings/letterProfiles.ts';
import { limits } from '../../shared/mailings/limits.ts';

/** A measure that is still being typed is no number yet. */
const isBox = (box: Box): boolean =>
  [box.x, box.y, box.width, box.height].every(Number.isFinite) && box.width > 0 && box.height > 0;

const named = new Set(['address', 'keepEmpty', 'fold']);

/** Beside what stands in the zone: the address is to be read, and a fold has no height. */
function labelAt(kind: ZoneKind, box: Box): number {
  if (kind === 'fold') return box.y - 1;
  return kind === 'address' ? box.y + box.height + 4.5 : box.y + box.height - 2;
}

/**
 * Address window, what must stay empty, folds and holes, in millimetres of the page. Nobody knows where they fall on a
 * page that lies on its side: there only what preflight found is shown.
 */
export function ZonesPicture({
  profile,
  paper = limits.a4,
  first = true,
  found = [],
  missed = false,
  marked,
}: {
  profile: LetterProfile;
  /** The page underneath. */
  paper?: Paper;
  /** Page 1; the others have edges, folds and holes only. */
  first?: boolean;
  /** Where preflight found something. */
  found?: readonly Box[];
  /** Whether the address stands elsewhere than in its window. */
  missed?: boolean;
  /** Position of the zone that is being edited. */
  marked?: number | undefined;
}) {
  const { t } = useTranslation();
  const upright = isUpright(paper);
  return (
    <svg
      className={`zones ${missed ? 'missed' : ''}`}
      viewBox={`0 0 ${paper.width} ${paper.height}`}
      role="img"
      aria-label={t('mailings.zonesOf')}
    >
      {profile.zones.map(({ kind, box, assumed, source }, index) =>
        upright && (first || ['edge', 'fold', 'punch'].includes(kind)) && isBox(box) ? (
          <g
            key={index}
            className={`zone-${kind} ${assumed ? 'assumed' : ''} ${marked === index ? 'marked' : ''}`}
          >
            <title>{assumed ? t('mailings.assumed', { source }) : source}</title>
            <rect {...box} />
            {named.has(kind) ? (
              <text x={box.x + (kind === 'address' ? 0 : 2)} y={labelAt(kind, box)}>
                {t(`mailings.zone.${kind}`)}
              </text>
            ) : null}
          </g>
        ) : null,
      )}
      {found.map((box, index) => (
        <rect key={`found-${index}`} className="found" {...box} />
      ))}
    </svg>
  );
}

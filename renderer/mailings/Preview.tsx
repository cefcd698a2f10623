import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/contract/mailings.ts';
import { defaultProfile } from '../../shared/mailings/letterProfiles.ts';
import { useFrame } from '../frame/frameStore.ts';
import { api } from '../lib/ipc.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { useDesk } from './deskStore.ts';
import { PagePicture } from './PagePicture.tsx';
import { ProfileDialog } from './ProfileDialog.tsx';
import { profileName } from './profileNames.ts';
import { ZonesPicture } from './ZonesPicture.tsx';

/** The shown card's pages, with the letter profile's zones over page 1. */
export function Preview({ card }: { card: Card }) {
  const { t } = useTranslation();
  const profiles = useDesk((state) => state.profiles);
  const wanted = useFrame((state) => state.settings?.letterProfile);
  const profile = profiles.find(({ id }) => id === wanted) ?? defaultProfile;
  const [place, setPlace] = useState({ card: card.id, page: 1 });
  const [zoom, setZoom] = useState(1);
  const [zones, setZones] = useState(true);
  const [editing, setEditing] = useState(false);
  const page = place.card === card.id ? place.page : 1;
  const pages = card.pages ?? 1;
  const turn = (by: number) => setPlace({ card: card.id, page: Math.min(pages, Math.max(1, page + by)) });
  const missed = card.findings.some(
    ({ code }) => code === 'zoneAddressMissing' || code === 'zoneAddressClipped',
  );
  const found = card.findings.flatMap(({ page: on, box }) => (on === page && box ? [box] : []));
  return (
    <section className="preview" aria-label={t('mailings.preview')}>
      <div className="row preview-head">
        <b className="grow ell">{card.fileName}</b>
        <IconButton label={t('mailings.zoomOut')} onPress={() => setZoom(Math.max(0.5, zoom - 0.25))}>
          <ZoomOut size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('mailings.zoomIn')} onPress={() => setZoom(Math.min(3, zoom + 0.25))}>
          <ZoomIn size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('mailings.pageBefore')} onPress={() => turn(-1)}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <span className="sub">{t('mailings.pageOf', { page, pages })}</span>
        <IconButton label={t('mailings.pageAfter')} onPress={() => turn(1)}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="preview-desk">
        <div className="paper" style={{ width: `${Math.round(zoom * 100)}%` }}>
          <PagePicture
            sha256={card.sha256}
            page={page}
            width={zoom > 1 ? 1_600 : 900}
            alt={t('mailings.pageOf', { page, pages })}
            later={card.state === 'checking'}
            over={
              zones && card.settings.sendBy !== 'email'
                ? (paper) => (
                    <ZonesPicture
                      profile={profile}
                      paper={paper}
                      first={page === 1}
                      found={found}
                      missed={missed}
                    />
                  )
                : undefined
            }
          />
        </div>
      </div>
      <div className="row preview-foot">
        <Checkbox label={t('mailings.showZones')} value={zones} onChange={setZones} />
        <span className="grow" />
        <SelectField
          label={t('mailings.profile')}
          hideLabel="hidden"
          value={profile.id}
          choices={profiles.map((one) => ({ value: one.id, label: profileName(one, t) }))}
          onChange={(letterProfile) => void api.settings.change({ letterProfile })}
        />
        <Button look="link" onPress={() => setEditing(true)}>
          {t('mailings.letterProfiles')}
        </Button>
        {editing ? <ProfileDialog onClose={() => setEditing(false)} /> : null}
      </div>
    </section>
  );
}

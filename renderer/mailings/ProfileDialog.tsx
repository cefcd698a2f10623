import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetWords } from '../../shared/contract/mailings.ts';
import { defaultProfile, zoneKinds, type LetterProfile } from '../../shared/mailings/letterProfiles.ts';
import { copyOf, profileFaults } from '../../shared/mailings/ownProfile.ts';
import { useFrame } from '../frame/frameStore.ts';
import { describeError } from '../lib/describeError.ts';
import { count } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toastStore.ts';
import { useDesk } from './deskStore.ts';
import { isOwn, profileName } from './profileNames.ts';
import { ZoneRows } from './ZoneRows.tsx';
import { ZonesPicture } from './ZonesPicture.tsx';
import './preview.css';
import './profiles.css';

/** Letter profiles: looked at, copied and changed, printed as a test sheet, chosen. */
export function ProfileDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { profiles, loadShelf } = useDesk();
  const wanted = useFrame((state) => state.settings?.letterProfile);
  const begin = profiles.find(({ id }) => id === wanted) ?? defaultProfile;
  const [profile, setProfile] = useState<LetterProfile>(begin);
  const [marked, setMarked] = useState<number | undefined>();
  const own = isOwn(profile);
  const stored = profiles.find(({ id }) => id === profile.id);
  const changed = own && JSON.stringify(stored) !== JSON.stringify(profile);
  const faults = profileFaults(profile);
  const copy = (): void =>
    setProfile(
      copyOf(
        profile,
        `own-${crypto.randomUUID()}`,
        t('mailings.copyName', { name: profileName(profile, t) }),
      ),
    );
  const save = async (): Promise<boolean> => {
    if (faults.length > 0) {
      toast(t('mailings.profileNotYet'));
      return false;
    }
    const saved = await api.mailings.saveProfile(profile);
    if (!saved.ok) {
      toast(describeError(saved.error));
      return false;
    }
    await loadShelf();
    return true;
  };
  const use = async (): Promise<void> => {
    if (changed && !(await save())) return;
    const chosen = await api.settings.change({ letterProfile: profile.id });
    if (!chosen.ok) return toast(describeError(chosen.error));
    useFrame.setState({ settings: chosen.value });
    toast(t('mailings.profileUsed', { name: profileName(profile, t) }));
    onClose();
  };
  const remove = async (): Promise<void> => {
    if (stored !== undefined) {
      const removed = await api.mailings.removeProfile({ id: profile.id });
      if (!removed.ok) return toast(describeError(removed.error));
      if (wanted === profile.id) {
        const chosen = await api.settings.change({ letterProfile: defaultProfile.id });
        if (chosen.ok) useFrame.setState({ settings: chosen.value });
      }
      await loadShelf();
    }
    setProfile(defaultProfile);
  };
  const sheet = async (): Promise<void> => {
    if (changed && !(await save())) return;
    const made = await api.mailings.testSheet({
      profileId: profile.id,
      words: {
        title: t('mailings.sheetTitle', { name: profileName(profile, t), envelope: profile.envelope }),
        zones: Object.fromEntries(
          zoneKinds.map((kind) => [kind, t(`mailings.zoneKinds.${kind}`)]),
        ) as SheetWords['zones'],
        assumed: t('mailings.sheetAssumed'),
      },
    });
    if (!made.ok) return toast(describeError(made.error));
    if (made.value.fileName !== null) toast(t('mailings.downloaded', { name: made.value.fileName }));
  };
  return (
    <Dialog
      title={t('mailings.letterProfiles')}
      open
      onClose={onClose}
      width="wide"
      dismiss="buttons"
      footer={
        <>
          <Button onPress={() => void sheet()}>{t('mailings.testSheet')}</Button>
          <span className="grow" />
          <Button onPress={onClose}>{t('mailings.leaveIt')}</Button>
          {changed ? (
            <Button
              onPress={() =>
                void save().then((saved) => {
                  if (saved) toast(t('mailings.profileSaved', { name: profile.name }));
                })
              }
            >
              {t('mailings.saveProfile')}
            </Button>
          ) : null}
          <Button look="primary" onPress={() => void use()}>
            {t('mailings.useProfile')}
          </Button>
        </>
      }
    >
      <div className="profile-dialog">
        <div className="grow">
          <div className="row">
            <SelectField
              label={t('mailings.profile')}
              value={profile.id}
              choices={[...profiles, ...(stored === undefined ? [profile] : [])].map((one) => ({
                value: one.id,
                label: profileName(one, t),
              }))}
              onChange={(id) => setProfile(profiles.find((one) => one.id === id) ?? profile)}
            />
            <Button onPress={copy}>{t('mailings.copyProfile')}</Button>
            {own ? (
              <Button look="quiet" onPress={() => void remove()}>
                {t('mailings.removeProfile')}
              </Button>
            ) : null}
          </div>
          {own ? (
            <>
              <div className="pair">
                <TextField
                  label={t('mailings.profileNameField')}
                  value={profile.name}
                  onChange={(name) => setProfile({ ...profile, name: name.slice(0, 60) })}
                  error={profile.name.trim() === '' ? t('mailings.profileFault.nameMissing') : ''}
                />
                <TextField
                  label={t('mailings.envelope')}
                  value={profile.envelope}
                  onChange={(envelope) => setProfile({ ...profile, envelope: envelope.slice(0, 60) })}
                />
              </div>
              <p className="sub">{t('mailings.zonesHelp')}</p>
              {faults.some(({ what }) => what === 'addressMissing') ? (
                <p className="err">{t('mailings.profileFault.addressMissing')}</p>
              ) : null}
              <ZoneRows profile={profile} faults={faults} onChange={setProfile} onMark={setMarked} />
            </>
          ) : (
            <Given profile={profile} />
          )}
        </div>
        <div className="paper profile-paper">
          <ZonesPicture profile={profile} marked={marked} />
        </div>
      </div>
    </Dialog>
  );
}

/** A given profile: its measures and where they come from; they are changed in a copy. */
function Given({ profile }: { profile: LetterProfile }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="sub">
        {profile.envelope}. {t('mailings.givenHelp')}
      </p>
      <ul className="given-zones">
        {profile.zones.map(({ kind, box, source, assumed }, index) => (
          <li key={index}>
            <b className="med">{t(`mailings.zoneKinds.${kind}`)}</b>
            <span className="num">
              {count(box.x)} / {count(box.y)}, {count(box.width)} × {count(box.height)} mm
            </span>
            <span className="sub xs">{assumed ? t('mailings.assumed', { source }) : source}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

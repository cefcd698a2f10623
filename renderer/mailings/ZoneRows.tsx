import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneKinds, type LetterProfile, type Zone } from '../../shared/mailings/letterProfiles.ts';
import { newZone, readMillimetres, type ProfileFault } from '../../shared/mailings/ownProfile.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

const sides = ['x', 'y', 'width', 'height'] as const;

interface Props {
  profile: LetterProfile;
  faults: readonly ProfileFault[];
  onChange: (profile: LetterProfile) => void;
  /** Told which zone is being edited, to be marked in the picture. */
  onMark: (zone: number | undefined) => void;
}

/** The zones of an own profile, each with its kind and four measures in millimetres. */
export function ZoneRows({ profile, faults, onChange, onMark }: Props) {
  const { t } = useTranslation();
  const put = (zones: Zone[]): void => onChange({ ...profile, zones });
  const set = (index: number, zone: Zone): void =>
    put(profile.zones.map((one, at) => (at === index ? zone : one)));
  return (
    <div className="zone-rows">
      {profile.zones.map((zone, index) => {
        const fault = faults.find((one) => 'zone' in one && one.zone === index);
        const name = t('mailings.zoneNumber', {
          number: index + 1,
          kind: t(`mailings.zoneKinds.${zone.kind}`),
        });
        return (
          <div
            className="zone-row"
            key={index}
            role="group"
            aria-label={name}
            onFocus={() => onMark(index)}
            onBlur={() => onMark(undefined)}
          >
            <SelectField
              label={t('mailings.zoneKind')}
              hideLabel="hidden"
              value={zone.kind}
              choices={zoneKinds.map((value) => ({ value, label: t(`mailings.zoneKinds.${value}`) }))}
              onChange={(kind) => set(index, { ...zone, kind })}
            />
            {sides.map((side) => (
              <Measure
                key={side}
                label={t(`mailings.sides.${side}`)}
                value={zone.box[side]}
                onChange={(value) =>
                  set(index, {
                    ...zone,
                    box: { ...zone.box, [side]: value },
                    source: t('mailings.ownMeasure'),
                    assumed: false,
                  })
                }
              />
            ))}
            <IconButton
              label={t('mailings.zoneRemove', { name })}
              onPress={() => put(profile.zones.filter((_, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </IconButton>
            {fault === undefined ? null : <p className="err">{t(`mailings.profileFault.${fault.what}`)}</p>}
          </div>
        );
      })}
      <Button look="link" onPress={() => put([...profile.zones, newZone('keepEmpty')])}>
        <Plus size={14} aria-hidden /> {t('mailings.zoneAdd')}
      </Button>
    </div>
  );
}

/** Millimetres with a comma or a point; what is being typed stays as it is typed. */
function Measure({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
}) {
  const [draft, setDraft] = useState<{ text: string; of: number } | null>(null);
  const text =
    draft !== null && Object.is(draft.of, value) ? draft.text : Number.isNaN(value) ? '' : String(value);
  return (
    <TextField
      label={label}
      numeric="numeric"
      value={text}
      onChange={(next) => {
        const read = readMillimetres(next);
        setDraft({ text: next, of: read });
        onChange(read);
      }}
    />
  );
}

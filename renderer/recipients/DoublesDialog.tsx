import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipient } from '../../shared/contract/recipients.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { LoadingRows } from '../ui/Notices.tsx';
import { toast } from '../ui/toastStore.ts';
import { nameOf, shortAddress } from '../lib/addressText.ts';
import { sentWords } from './columns.tsx';

interface Group {
  people: Recipient[];
  keep: string;
}

/** Entries that are probably one person: which address stays is chosen group by group, then all are merged. */
export function DoublesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [groups, setGroups] = useState<Group[] | null>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    void api.recipients.doubles().then((found) => {
      if (found.ok) setGroups(found.value.map((people) => ({ people, keep: people[0]?.id ?? '' })));
      else setError(describeError(found.error));
    });
  }, []);
  const merge = async () => {
    for (const { people, keep } of groups ?? []) {
      const remove = people.map(({ id }) => id).filter((id) => id !== keep);
      const done = await api.recipients.merge({ keep, remove });
      if (!done.ok) return setError(describeError(done.error));
    }
    onClose();
    toast(t('recipients.doublesMerged', { count: groups?.length ?? 0 }));
  };
  const some = groups !== null && groups.length > 0;
  return (
    <Dialog
      title={t('recipients.doublesTitle')}
      open
      onClose={onClose}
      footer={
        <>
          <span className="grow err">{error}</span>
          <Button onPress={onClose}>{t(some ? 'recipients.cancel' : 'recipients.close')}</Button>
          {some ? (
            <Button look="primary" onPress={() => void merge()}>
              {t('recipients.doublesMerge', { count: groups.length })}
            </Button>
          ) : null}
        </>
      }
    >
      {groups === null ? (
        <LoadingRows rows={4} />
      ) : some ? (
        <>
          <p className="sec">{t('recipients.doublesText')}</p>
          {groups.map((group, index) => (
            <GroupBox
              key={group.people[0]?.id}
              group={group}
              keep={(id) => setGroups(groups.map((one, at) => (at === index ? { ...one, keep: id } : one)))}
              skip={() => setGroups(groups.filter((_, at) => at !== index))}
            />
          ))}
        </>
      ) : (
        <p>{t('recipients.doublesNone')}</p>
      )}
    </Dialog>
  );
}

function GroupBox({ group, keep, skip }: { group: Group; keep: (id: string) => void; skip: () => void }) {
  const { t } = useTranslation();
  const [first] = group.people;
  if (first === undefined) return null;
  return (
    <fieldset className="double-group" aria-label={nameOf(first)}>
      <div className="row">
        <b className="grow ell">{nameOf(first)}</b>
        <Button look="quiet" onPress={skip}>
          {t('recipients.doublesSkip')}
        </Button>
      </div>
      {group.people.map((person) => (
        <label key={person.id}>
          <input
            type="radio"
            name={first.id}
            checked={group.keep === person.id}
            onChange={() => keep(person.id)}
          />
          <span className="grow">
            {nameOf(person)}
            <div className="sub xs">
              {[person.company, shortAddress(person), person.email].filter((x) => x !== '').join(', ')}
            </div>
          </span>
          <span className="sub xs">{sentWords(person, t)}</span>
        </label>
      ))}
    </fieldset>
  );
}

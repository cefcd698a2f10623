import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import type { Card } from '../../shared/contract/mailings.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { remedyWords, type Finding, type RemedyId } from '../../shared/mailings/finding.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Banner } from '../ui/Notices.tsx';
import { useDesk } from './deskStore.ts';
import { findingWords } from './findingWords.ts';
import { PagePicture } from './PagePicture.tsx';
import { useTrouble } from './useTrouble.ts';

/** What a remedy does, before and after, before it is done. */
export function RemedyDialog({
  card,
  remedy,
  onClose,
}: {
  card: Card;
  remedy: RemedyId;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const load = useDesk((state) => state.load);
  const [tried, setTried] = useState<Output<'mailings.tryRemedy'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    void api.mailings.tryRemedy({ id: card.id, remedy }).then((outcome) => {
      if (outcome.ok) setTried(outcome.value);
      else setError(outcome.error);
    });
  }, [card.id, remedy]);
  const apply = async (): Promise<void> => {
    const done = await api.mailings.applyRemedy({ id: card.id, remedy });
    if (!done.ok) return setError(done.error);
    await load();
    onClose();
  };
  return (
    <Dialog
      title={t(remedyWords(remedy))}
      open
      onClose={onClose}
      width="wide"
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{t('mailings.leaveIt')}</Button>
          {tried === null ? null : (
            <Button look="primary" onPress={() => void apply()}>
              {t('mailings.useThis')}
            </Button>
          )}
        </>
      }
    >
      {error ? <Banner mark="needs" title={trouble(error)} /> : null}
      {error === null && card.findings.some(({ code }) => code === 'signed') ? (
        <Banner mark="needs" title={t('mailings.breaksSignature')} />
      ) : null}
      {tried === null && error === null ? <p>{t('mailings.working')}</p> : null}
      {tried === null ? null : (
        <div className="before-after">
          <Side title={t('findings.before')} sha256={card.sha256} findings={tried.before} />
          <Side title={t('findings.after')} sha256={tried.sha256} findings={tried.after} />
        </div>
      )}
      <p className="sub">{t('findings.originalKept')}</p>
    </Dialog>
  );
}

function Side({ title, sha256, findings }: { title: string; sha256: string; findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const worth = findings.filter(({ severity }) => severity !== 'note');
  return (
    <section>
      <h3>{title}</h3>
      <div className="paper">
        <PagePicture sha256={sha256} width={600} alt={title} />
      </div>
      <ul>
        {worth.map((finding, index) => (
          <li key={index}>{findingWords(t, finding).says}</li>
        ))}
        {worth.length === 0 ? <li>{t('mailings.nothingToMend')}</li> : null}
      </ul>
    </section>
  );
}

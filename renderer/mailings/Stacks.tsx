import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { movedInStack, stacksOf, type Stack } from '../../shared/mailings/bundles.ts';
import type { Card } from '../../shared/contract/mailings.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { useDesk } from './deskStore.ts';

/** The letters that will share an envelope, as they will lie in it; each can be moved up and down. */
export function Stacks() {
  const { t } = useTranslation();
  const { cards, selected, order, changeOrder, change } = useDesk();
  const chosen = (cards ?? []).filter(({ id }) => selected.has(id));
  const stacks = stacksOf(chosen);
  const alone = chosen.filter(({ settings }) => settings.sendBy !== 'email').length - count(stacks);
  const named = chosen.some(({ settings }) => settings.bundle !== '');
  const together = (): void => {
    const taken = new Set((cards ?? []).map(({ settings }) => settings.bundle));
    let number = 1;
    while (taken.has(`bundle-${number}`)) number += 1;
    void change(chosen, { bundle: `bundle-${number}` });
    changeOrder({ bundling: true });
  };
  return (
    <section className="stacks" aria-label={t('mailings.stacks')}>
      {named && !order.bundling ? (
        <p className="sub">
          {t('mailings.bundlingIsOff')}{' '}
          <Button look="link" onPress={() => changeOrder({ bundling: true })}>
            {t('mailings.bundlingOn')}
          </Button>
        </p>
      ) : null}
      {order.bundling ? (
        <>
          {stacks.map((stack) => (
            <StackView key={stack.key} stack={stack} />
          ))}
          {alone > 0 ? <p className="sub">{t('mailings.alone', { count: alone })}</p> : null}
        </>
      ) : null}
      {chosen.length > 1 ? (
        <Button look="link" onPress={together}>
          {t('mailings.bundleSelected', { count: chosen.length })}
        </Button>
      ) : null}
    </section>
  );
}

const count = (stacks: readonly Stack[]): number =>
  stacks.reduce((sum, { documents }) => sum + documents.length, 0);

function StackView({ stack }: { stack: Stack<Card> }) {
  const { t } = useTranslation();
  const { changeEach, show } = useDesk();
  const move = (id: string, by: -1 | 1): void =>
    void changeEach(
      movedInStack(stack, id, by).map(({ id: moved, bundlePosition }) => ({
        id: moved,
        settings: { bundlePosition },
      })),
    );
  const name = t(stack.by === 'id' ? 'mailings.stackById' : 'mailings.stackByAddress', {
    name: stack.name,
    count: stack.documents.length,
  });
  const pages = stack.documents.reduce((sum, { pages: own }) => sum + (own ?? 0), 0);
  const addresses = new Set(
    stack.documents.map(({ settings }) => [...settings.addressLines, settings.country].join('\n')),
  );
  return (
    <div className="stack">
      <p className="med">
        {name} <span className="sub">{t('mailings.pages', { count: pages })}</span>
      </p>
      {addresses.size > 1 ? (
        <p className="row needs-ink">
          <StatusIcon mark="needs" />
          {t('mailings.stackDiffers')}
        </p>
      ) : null}
      <ol aria-label={name}>
        {stack.documents.map((card, index) => (
          <li key={card.id}>
            <button type="button" className="link ell grow" onClick={() => show(card.id)}>
              {card.fileName}
            </button>
            {index > 0 ? (
              <IconButton
                label={t('mailings.moveUp', { name: card.fileName })}
                onPress={() => move(card.id, -1)}
              >
                <ArrowUp size={14} aria-hidden />
              </IconButton>
            ) : null}
            {index < stack.documents.length - 1 ? (
              <IconButton
                label={t('mailings.moveDown', { name: card.fileName })}
                onPress={() => move(card.id, 1)}
              >
                <ArrowDown size={14} aria-hidden />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

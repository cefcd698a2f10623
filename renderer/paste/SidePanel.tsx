import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridCore } from '../ui/grid/gridCore.ts';
import { client } from './pasteClient.ts';
import { usePaste } from './pasteStore.ts';
import type { ListedProblem, SheetState } from './protocol.ts';
import { groupWords } from './repairWords.ts';
import { problemText } from './problemText.ts';

interface Props {
  core: GridCore | null;
  sheet: SheetState;
}

/** What wants a person, which repairs are offered, who may get something twice. */
export const SidePanel = memo(function SidePanel({ core, sheet }: Props) {
  const { t } = useTranslation();
  const active = usePaste((state) => state.active);
  // That there is nothing can be said when all was looked at.
  const lookedAt = sheet.reading === null && sheet.checking === null;
  const goTo = (problem: ListedProblem): void => {
    const { row, column } = problem.problem;
    void client.call('positionOf', row, column).then((at) => {
      if (at) core?.goTo(at, 'focus');
    });
  };
  const line = (listed: ListedProblem, mark: 'needs' | 'double') => (
    <li key={listed.problem.id} className={listed.at.row === active.row ? 'on' : ''}>
      <button type="button" onClick={() => goTo(listed)}>
        <i className={`g-mark ${mark}`} />
        <span className="grow">
          <span>{t('paste.side.row', { number: listed.number, why: firstSentence(listed, t) })}</span>
          <span className="sub xs">{listed.who}</span>
        </span>
      </button>
    </li>
  );
  return (
    <aside className="side" aria-label={t('paste.side.label')}>
      <section>
        <h2 className="sec-h">{t('paste.side.attention')}</h2>
        {lookedAt && sheet.attention.length === 0 ? <p className="sub xs">{t('paste.side.none')}</p> : null}
        <ul className="pl">{sheet.attention.slice(0, 30).map((one) => line(one, 'needs'))}</ul>
      </section>
      {sheet.groups.length > 0 ? (
        <section>
          <h2 className="sec-h">{t('paste.side.repairs')}</h2>
          <ul className="pl">
            {sheet.groups.map((group) => (
              <li key={group.code}>
                <button
                  type="button"
                  onClick={() =>
                    void client
                      .call('showRows', { kind: 'code', code: group.code })
                      .then(() => core?.goTo({ row: 0, column: 0 }, 'focus'))
                  }
                >
                  <i className="g-mark repair" />
                  <span className="grow">{groupWords(group, t)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2 className="sec-h">{t('paste.side.radar')}</h2>
        <ul className="pl">{sheet.doubles.slice(0, 20).map((one) => line(one, 'double'))}</ul>
        {sheet.doubles.length > 0 ? <p className="sub xs">{t('paste.side.radarHelp')}</p> : null}
        {lookedAt && sheet.doubles.length === 0 ? (
          <p className="sub xs">{t('paste.side.noDoubles')}</p>
        ) : null}
      </section>
      {sheet.notOrders.length > 0 ? (
        <section>
          <h2 className="sec-h">{t('paste.side.notOrders')}</h2>
          <ul className="pl">
            {sheet.notOrders.map(({ reason, count }) => (
              <li key={reason} className="sub xs">
                {count} × {t(`pasteFaults.notOrder.${reason}`)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </aside>
  );
});

function firstSentence({ problem }: ListedProblem, t: TFunction): string {
  const text = problemText(t, problem);
  const end = text.search(/[.?!] /);
  return end < 0 ? text : text.slice(0, end + 1);
}

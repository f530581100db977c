import type { JSX } from 'preact';
import type { LossReport } from '../utils/model/safety.ts';
import { Notice } from './Notice.tsx';
import { useText } from './text.ts';

export type LossNoticeProps = {
  readonly report: LossReport;
  readonly onSeen: () => void;
  readonly onSaveRemains: () => void;
};

/** That the library was damaged, what is back, and what may be missing. */
export function LossNotice({ report, onSeen, onSaveRemains }: LossNoticeProps): JSX.Element {
  const { t, plural, locale } = useText();
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const when = moment.format(new Date(report.at));
  const kept = plural('keptCount', report.annotations);
  return (
    <Notice tone="failure">
      <p>{t('lossFound', when)}</p>
      <p>
        {report.isWhole
          ? t('lossWhole', kept)
          : report.until === null
            ? t('lossNothing')
            : t('lossPartly', kept, moment.format(new Date(report.until)))}
      </p>
      {report.hasRemains && <p>{t('lossRemains')}</p>}
      <div class="notice-acts">
        {report.hasRemains && (
          <button type="button" class="button" onClick={onSaveRemains}>
            {t('lossSaveRemains')}
          </button>
        )}
        <button type="button" class="button" onClick={onSeen}>
          {t('changedSeen')}
        </button>
      </div>
    </Notice>
  );
}

import type { JSX } from 'preact';
import type { Candidate } from '../utils/messaging/protocol.ts';
import { useText } from './text.ts';

export type CandidatesProps = {
  readonly candidates: readonly Candidate[];
  /** The words selected on the page. */
  readonly selection: string | null;
  readonly lang: string | undefined;
  /** `null`: to the selection. */
  readonly onAttach: (candidate: Candidate | null) => void;
};

/** Where a lost annotation may belong now, for the reader to decide: one of the likeliest places, or a selection. */
export function Candidates({ candidates, selection, lang, onAttach }: CandidatesProps): JSX.Element {
  const { t } = useText();
  return (
    <div class="candidates">
      {candidates.length > 0 && (
        <>
          <p class="diff-title">{t('candidatesTitle')}</p>
          <ol class="items">
            {candidates.map((candidate) => (
              <li key={candidate.start} class="candidate">
                <p lang={lang}>
                  …{candidate.before}
                  <mark>{candidate.words}</mark>
                  {candidate.after}…
                </p>
                <button type="button" class="button" onClick={() => onAttach(candidate)}>
                  {t('actAttach')}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      {selection === null ? (
        <p class="hint">{t('attachHint')}</p>
      ) : (
        <button type="button" class="button" onClick={() => onAttach(null)}>
          {t('actAttachSelection')}
        </button>
      )}
    </div>
  );
}

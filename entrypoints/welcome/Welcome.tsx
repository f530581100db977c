import { browser } from '#imports';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../components/text.ts';
import { nameOfCommand } from '../../utils/i18n/names.ts';
import { useCommands } from '../../utils/store/use-commands.ts';
import { practiceArticleIn } from './articles.ts';
import { startPractice, type OpenCard, type Practice } from './practice.ts';
import { PracticeCard } from './PracticeCard.tsx';

/** What one sees first: what to do, an article to do it on, and where everything is. */
export function Welcome(): JSX.Element {
  const { t } = useText();
  return (
    <div class="welcome">
      <header>
        <h1>{t('welcomeTitle')}</h1>
        <ol>
          <li>{t('welcomeSelect')}</li>
          <li>{t('welcomePress')}</li>
          <li>{t('welcomeClick')}</li>
        </ol>
      </header>
      <PracticeDesk />
      <Facts />
    </div>
  );
}

/** The article at which the page side works as it does on every page. */
function PracticeDesk(): JSX.Element {
  const { t, locale } = useText();
  const [card, setCard] = useState<OpenCard | null>(null);
  const [practice, setPractice] = useState<Practice | null>(null);
  const [isFresh, setFresh] = useState(false);
  const cardHost = useRef<HTMLDivElement>(null);
  const article = practiceArticleIn(locale);
  useEffect(() => {
    const practice = startPractice({
      onCard: setCard,
      isCard: (node) => cardHost.current?.contains(node) === true,
    });
    setPractice(practice);
    return practice.end;
  }, []);
  return (
    <main>
      <div class="practice-head">
        <p class="hint">{t('welcomePractice')}</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            practice?.startOver();
            setFresh(true);
          }}
        >
          {t('welcomeReset')}
        </button>
        <span class="unseen" role="status">
          {isFresh ? t('welcomeResetDone') : ''}
        </span>
      </div>
      <article key={article.lang} lang={article.lang} aria-label={t('welcomeArticle')}>
        <h2>{article.headline}</h2>
        <p class="byline">{article.byline}</p>
        {article.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </article>
      <div ref={cardHost}>
        {card !== null && practice !== null && <PracticeCard card={card} practice={practice} />}
      </div>
    </main>
  );
}

function Facts(): JSX.Element {
  const text = useText();
  const { t } = text;
  const { commands } = useCommands();
  const isFirefox = browser.runtime.getURL('/').startsWith('moz-');
  return (
    <aside aria-label={t('optionsAbout')}>
      <section>
        <h2>{t('welcomePin')}</h2>
        <p>{t(isFirefox ? 'welcomePinFirefox' : 'welcomePinChromium')}</p>
      </section>
      <section>
        <h2>{t('welcomeKeys')}</h2>
        <dl>
          {commands
            .filter(({ keys }) => keys !== '')
            .map(({ id, about, keys }) => (
              <div key={id}>
                <dt>{nameOfCommand(id, about, text)}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
        </dl>
      </section>
      <section>
        <h2>{t('welcomeData')}</h2>
        <p>
          {t('optionsStorageWhere')} {t('optionsPrivacy')}
        </p>
      </section>
      <p>
        <button type="button" class="button" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('settings')}
        </button>
      </p>
    </aside>
  );
}

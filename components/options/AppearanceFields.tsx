import type { JSX } from 'preact';
import { languages, themes, type Language, type Settings, type Theme } from '../../utils/model/settings.ts';
import { useText } from '../text.ts';

export type AppearanceFieldsProps = {
  readonly settings: Pick<Settings, 'language' | 'theme'>;
  readonly onChange: (change: Partial<Pick<Settings, 'language' | 'theme'>>) => void;
};

/** Each language in its own words: whoever looks for theirs may know no other. */
const nameOfLanguage: Readonly<Record<Exclude<Language, 'browser'>, string>> = {
  en: 'English',
  vi: 'Tiếng Việt',
};

/** Language and theme. */
export function AppearanceFields({ settings, onChange }: AppearanceFieldsProps): JSX.Element {
  const { t } = useText();
  const labelOfTheme = (theme: Theme): string => (theme === 'browser' ? t('asBrowser') : t(`theme_${theme}`));
  return (
    <>
      <Choices
        name="language"
        title={t('optionsLanguage')}
        values={languages}
        chosen={settings.language}
        labelOf={(language) =>
          language === 'browser' ? t('asBrowser') : <span lang={language}>{nameOfLanguage[language]}</span>
        }
        onChoose={(language) => onChange({ language })}
      />
      <Choices
        name="theme"
        title={t('optionsTheme')}
        values={themes}
        chosen={settings.theme}
        labelOf={labelOfTheme}
        onChoose={(theme) => onChange({ theme })}
      />
    </>
  );
}

type ChoicesProps<Value extends string> = {
  readonly name: string;
  readonly title: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly labelOf: (value: Value) => JSX.Element | string;
  readonly onChoose: (value: Value) => void;
};

function Choices<Value extends string>(props: ChoicesProps<Value>): JSX.Element {
  const { name, title, values, chosen, labelOf, onChoose } = props;
  return (
    <fieldset class="choices">
      <legend>{title}</legend>
      {values.map((value) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {labelOf(value)}
        </label>
      ))}
    </fieldset>
  );
}

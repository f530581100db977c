import type { ComponentChildren, JSX } from 'preact';
import { useText } from '../text.ts';

export type SectionProps = {
  /** What the address leads to it by, behind the `#`. */
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
};

/** One part of a long page, which can be linked to. */
export function Section({ id, title, children }: SectionProps): JSX.Element {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The parts of the page, to go to one. */
export function Contents({
  sections,
}: {
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}): JSX.Element {
  const { t } = useText();
  return (
    <nav class="contents" aria-label={t('optionsContents')}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

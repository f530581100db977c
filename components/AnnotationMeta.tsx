import type { JSX } from 'preact';
import { nameOfType } from '../utils/i18n/names.ts';
import type { AnnotationView } from '../utils/model/view.ts';
import { EntityName } from './EntityName.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

const kindIcons = { highlight: icons.highlight, quote: icons.quote, entity: icons.entity } as const;

/** What an annotation is, at a glance: its kind, who said it or what it names, and its tags. */
export function AnnotationMeta({ annotation }: { readonly annotation: AnnotationView }): JSX.Element {
  const { kind, subject, speaker, tags } = annotation;
  const text = useText();
  const { t } = text;
  return (
    <p class="item-meta">
      <span class="item-kind">
        <Icon path={kindIcons[kind]} />
        {subject === null || kind !== 'entity' ? t(`kind_${kind}`) : nameOfType(subject.type, text)}
      </span>
      {kind === 'entity' && subject !== null && <EntityName name={subject.name} id={annotation.subjectId} />}
      {kind === 'quote' && speaker !== '' && <EntityName name={speaker} id={annotation.speakerId} />}
      {tags.map((tag) => (
        <span key={tag} class="tag">
          {tag}
        </span>
      ))}
    </p>
  );
}

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AnnotationView } from '../utils/model/view.ts';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type MarkMentionsProps = {
  readonly annotation: Pick<AnnotationView, 'id' | 'subject'>;
  /** How many more mentions of what it names the page has. */
  readonly count: (id: string) => Promise<number>;
  readonly onMark: (count: number) => void;
};

/** Offers to tag every other mention of an entity on the page, where there are any. */
export function MarkMentions({ annotation, count, onMark }: MarkMentionsProps): JSX.Element | null {
  const { id, subject } = annotation;
  const { plural } = useText();
  const [found, setFound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const tell = (more: number): void => {
      if (isCurrent) setFound(more);
    };
    // It is a help: where the page does not answer, it is not offered.
    count(id).then(tell, () => tell(0));
    return () => {
      isCurrent = false;
    };
  }, [id, subject?.name, count]);
  if (found === 0) return null;
  return (
    <button
      type="button"
      class="button mark-mentions"
      onClick={() => {
        setFound(0);
        onMark(found);
      }}
    >
      <Icon path={icons.entity} />
      {plural('markMentions', found)}
    </button>
  );
}

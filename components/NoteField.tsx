import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { MarkdownNote } from './MarkdownNote.tsx';
import { useText } from './text.ts';

export type NoteFieldProps = {
  readonly value: string;
  /** Whether the reader is to type here first. */
  readonly hasFocus: boolean;
  /** Whether the text was typed and not saved: then it is shown as typed. */
  readonly isDraft: boolean;
  readonly onInput: (value: string) => void;
};

/** The note: as what its Markdown means, and as text once the reader goes to edit it. */
export function NoteField({ value, hasFocus, isDraft, onInput }: NoteFieldProps): JSX.Element {
  const { t } = useText();
  const [isEditing, setEditing] = useState(value === '' || isDraft || hasFocus);
  const field = useRef<HTMLTextAreaElement>(null);
  const wantsFocus = useRef(hasFocus);
  useEffect(() => {
    if (!wantsFocus.current || field.current === null) return;
    wantsFocus.current = false;
    field.current.focus();
    field.current.setSelectionRange(value.length, value.length);
  }, [isEditing]);

  function edit(): void {
    wantsFocus.current = true;
    setEditing(true);
  }

  if (isEditing) {
    return (
      <label class="field">
        <span class="field-label">{t('fieldNote')}</span>
        <textarea
          ref={field}
          name="note"
          rows={3}
          dir="auto"
          value={value}
          placeholder={t('fieldNoteHint')}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
    );
  }
  return (
    <div class="field note-view" role="group" aria-label={t('fieldNote')}>
      <div class="note-head">
        <span class="field-label">{t('fieldNote')}</span>
        <button
          type="button"
          class="icon-button"
          aria-label={t('noteEdit')}
          title={t('noteEdit')}
          onClick={edit}
        >
          <Icon path={icons.edit} />
        </button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a wider target for the mouse than the button, which has the keys */}
      <div class="note-text" onClick={(event) => isPlain(event) && edit()}>
        <MarkdownNote markdown={value} />
      </div>
    </div>
  );
}

/** A press that neither follows a link nor ends a selection. */
function isPlain({ target }: Event): boolean {
  const isLink = target instanceof Element && target.closest('a') !== null;
  return !isLink && getSelection()?.isCollapsed !== false;
}

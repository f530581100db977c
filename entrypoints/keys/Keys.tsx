import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CaretBar } from '../../components/CaretBar.tsx';
import { FailureNotice } from '../../components/Notice.tsx';
import { useSettings } from '../../components/settings.ts';
import { useText } from '../../components/text.ts';
import type { MessageKey } from '../../utils/i18n/translator.ts';
import type { CaretView } from '../../utils/messaging/protocol.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { defaultColours } from '../../utils/model/annotation.ts';
import { failureCodeOf, type FailureCode } from '../../utils/model/failure.ts';
import { createCaretLink, type CaretTask } from './link.ts';
import { taskOf, type KeyTasks } from './tasks.ts';

const isMac = navigator.platform.startsWith('Mac');

/**
 * The frame that hears the keys while the reader walks the page's text. It is of our origin: the page hears none of
 * them, and none of its shortcuts goes off. It knows nothing of the text but what the page side answers.
 */
export function Keys({ id }: { readonly id: string }): JSX.Element | null {
  const { t } = useText();
  const { keys } = useSettings();
  const [view, setView] = useState<CaretView | null>(null);
  const [message, setMessage] = useState<MessageKey | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [ownTypes, setOwnTypes] = useState<readonly string[] | null>(null);
  const isChoosing = useRef(false);
  const main = useRef<HTMLDivElement>(null);
  const link = useMemo(
    () =>
      createCaretLink({
        id,
        call: async (input) => await callExtension('moveCaret', input),
        onView: setView,
        onFailure: (error) => setFailure(failureCodeOf(error)),
      }),
    [id],
  );

  const tasks: KeyTasks = {
    call: callExtension,
    say: setMessage,
    copy: copyWords,
    async chooseType() {
      const types = await callExtension('listEntityTypes', null);
      isChoosing.current = true;
      setOwnTypes(types);
    },
  };

  function endChoice(): void {
    isChoosing.current = false;
    setOwnTypes(null);
    main.current?.focus();
  }

  /** While it is on its way what keys will mean, one is understood only when its turn comes. */
  function taskOfKey(event: KeyboardEvent): CaretTask | null {
    const read = (isChanging: boolean): CaretTask | null => taskOf(event, { keys, isMac, isChanging }, tasks);
    const known = link.known();
    if (known !== null) return read(known.mode === 'range');
    if (read(true) === null && read(false) === null) return null;
    return (view) => {
      // The choice of a type came up meanwhile; the key was not meant for it.
      if (isChoosing.current) return null;
      const task = read(view.mode === 'range');
      return typeof task === 'function' ? task(view) : task;
    };
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (ownTypes !== null) {
      if (event.key === 'Escape') endChoice();
      else if (!stepThroughButtons(event)) return;
      event.preventDefault();
      return;
    }
    // A button that has the focus is pressed by its own keys.
    if (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')) return;
    const task = taskOfKey(event);
    if (task === null) return;
    event.preventDefault();
    setMessage(null);
    setFailure(null);
    link.send(task);
  }

  const hear = useRef(onKeyDown);
  hear.current = onKeyDown;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => hear.current(event);
    document.addEventListener('keydown', listen);
    link.send({ do: 'look' });
    return () => document.removeEventListener('keydown', listen);
  }, [link]);
  useEffect(() => {
    main.current?.focus();
    const observer = new ResizeObserver(() => {
      link.send({ do: 'resize', height: document.documentElement.offsetHeight });
    });
    if (main.current !== null) observer.observe(main.current);
    return () => observer.disconnect();
  }, [link, view === null]);

  if (view === null) return failure === null ? null : <FailureNotice code={failure} />;
  return (
    <div ref={main} role="application" aria-label={t('caretLabel')} tabIndex={-1}>
      {failure !== null && <FailureNotice code={failure} />}
      <CaretBar
        view={view}
        keys={keys}
        isMac={isMac}
        message={message === null ? '' : t(message)}
        ownTypes={ownTypes}
        onType={(type) => {
          endChoice();
          link.send({
            do: 'keep',
            choice: { kind: 'entity', colour: defaultColours.entity, subject: { name: '', type } },
            opensCard: false,
          });
        }}
        onFinish={(isKept) => link.send({ do: 'finish', isKept })}
        onClose={() => {
          link.send({ do: 'leave' });
        }}
      />
    </div>
  );
}

/** Through a field of this document: the clipboard's own interface is closed to frames by the policies of many pages. */
function copyWords(words: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'said';
  field.value = words;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** Arrow keys go from one button to the next; false for any other key. */
function stepThroughButtons({ key, target }: KeyboardEvent): boolean {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (step === undefined || !(target instanceof HTMLElement)) return false;
  const buttons = [...(target.closest('[role=group]')?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button === target);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
  return true;
}

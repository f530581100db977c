import { browser } from 'wxt/browser';
import { Failure, failureCodeOf } from '../model/failure.ts';
import type { ExtensionCalls, PageCalls, PageUiCalls } from './protocol.ts';
import { isCallMessage, unwrapAnswer, type CallMessage, type InputOf, type OutputOf } from './wire.ts';

/**
 * Asks the background. A worker that was stopped in the middle closes the channel; calls carry ids made
 * here and may be repeated, so one more try is safe.
 * @throws {Failure} with a code that has a sentence for the reader.
 */
export async function callExtension<Name extends keyof ExtensionCalls>(
  name: Name,
  input: InputOf<ExtensionCalls, Name>,
): Promise<OutputOf<ExtensionCalls, Name>> {
  const message = { call: name, input };
  const answer = await sendToExtension(message).catch((error: unknown) => {
    if (failureCodeOf(error) === 'extensionUpdated') throw error;
    return sendToExtension(message);
  });
  return unwrapAnswer(answer) as OutputOf<ExtensionCalls, Name>;
}

async function sendToExtension(message: CallMessage): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (error) {
    throw new Failure(isContextValid() ? 'unexpected' : 'extensionUpdated', { cause: error });
  }
}

/**
 * Asks the page side in a tab's main frame.
 * @throws {Failure} `pageUnreachable` when no page side runs there.
 */
export async function callPage<Name extends keyof (PageCalls & PageUiCalls)>(
  tabId: number,
  name: Name,
  input: InputOf<PageCalls & PageUiCalls, Name>,
): Promise<OutputOf<PageCalls & PageUiCalls, Name>> {
  const answer = await browser.tabs
    .sendMessage(tabId, { call: name, input }, { frameId: 0 })
    .catch((error: unknown) => {
      throw new Failure('pageUnreachable', { cause: error });
    });
  if (answer === undefined || answer === null) throw new Failure('pageUnreachable');
  return unwrapAnswer(answer) as OutputOf<PageCalls & PageUiCalls, Name>;
}

/** Tells every page and frame of ours that is open; the background itself does not hear it. */
export async function tellFrames(call: 'settingsChanged'): Promise<void> {
  await browser.runtime.sendMessage({ call, input: null } satisfies CallMessage);
}

/** What a page or frame of ours is told, until the returned function is called. */
export function onTold(call: 'settingsChanged', listener: () => void): () => void {
  const onMessage = (message: unknown): boolean => {
    if (isCallMessage(message) && message.call === call) listener();
    return false;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}

/** False once the extension was updated or removed under an open page: nothing can be asked any more. */
export function isContextValid(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    // Firefox throws on any access from a script whose extension is gone.
    return false;
  }
}

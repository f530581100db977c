/**
 * Puts text on the clipboard; false when the browser refuses. Must run in the moment of a press. A page may forbid
 * the clipboard to everything in it, and over http there is none: then the browser's own copying is asked for, and
 * given our text. The page hears nothing of that, unless it listened before we came, and then not what we copy.
 */
export async function copyText(text: string): Promise<boolean> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // The other way is left.
    }
  }
  return copyByCommand(text);
}

function copyByCommand(text: string): boolean {
  let isCopied = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    isCopied = event.clipboardData !== null;
  };
  window.addEventListener('copy', onCopy, { capture: true });
  try {
    // Deprecated, and the only way that needs neither https nor the page's leave.
    return Document.prototype.execCommand.call(document, 'copy') && isCopied;
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true });
  }
}

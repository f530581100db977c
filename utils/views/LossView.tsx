import type { JSX } from 'preact';
import { LossNotice } from '../../components/LossNotice.tsx';
import { callExtension } from '../messaging/send.ts';
import { saveRemains, useSafety } from '../store/use-safety.ts';

/** What happened to the library, until the reader has seen it. */
export function LossView(): JSX.Element | null {
  const { safety, refresh } = useSafety();
  const report = safety?.report ?? null;
  if (report === null) return null;
  return (
    <LossNotice
      report={report}
      onSaveRemains={() => void saveRemains()}
      onSeen={() => void callExtension('discardReport', null).then(refresh)}
    />
  );
}

import type { JSX } from 'preact';
import { LossNotice } from '../../components/LossNotice.tsx';
import { callExtension } from '../messaging/send.ts';
import { saveRemains, type SafetyWatch } from '../store/use-safety.ts';

/** What happened to the library, until the reader has seen it. */
export function LossView({ safety, refresh }: SafetyWatch): JSX.Element | null {
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

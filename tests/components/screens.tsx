import type { JSX } from 'preact';
import { Candidates } from '../../components/Candidates.tsx';
import { CardPager } from '../../components/CardPager.tsx';
import { ChangedSince } from '../../components/ChangedSince.tsx';
import { EntityNamer } from '../../components/EntityNamer.tsx';
import { ExportPanel } from '../../components/ExportPanel.tsx';
import { FailureNotice } from '../../components/Notice.tsx';
import { ListTools } from '../../components/ListTools.tsx';
import { MarkdownNote } from '../../components/MarkdownNote.tsx';
import { NoteField } from '../../components/NoteField.tsx';
import { PieceList } from '../../components/PieceList.tsx';
import { ProposedEntities } from '../../components/ProposedEntities.tsx';
import { ProposedQuotes } from '../../components/ProposedQuotes.tsx';
import { LookChoice } from '../../components/LookChoice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { Toolbar } from '../../components/Toolbar.tsx';
import { Walker } from '../../components/Walker.tsx';
import { defaultLook } from '../../utils/model/reading-look.ts';
import type { VersionBlock } from '../../utils/model/version.ts';
import { compareVersions } from '../../utils/versions/compare.ts';
import { entityScreens } from './entity-screens.tsx';
import { optionsScreens } from './options/screens.tsx';

const nothing = (): void => {};

const changes = compareVersions(
  ['Phí cảng tăng gấp đôi.', 'Tàu rời bến lúc ba giờ sáng.', 'Gió đông bắc cấp năm.'].map(asBlock),
  [
    'Tàu rời bến lúc bốn giờ sáng.',
    'Gió đông bắc cấp năm.',
    'Cá về nhiều hơn mọi năm.',
    'Phí cảng tăng gấp đôi.',
  ].map(asBlock),
);

function asBlock(text: string): VersionBlock {
  return { role: 'paragraph', text };
}

/** Parts of ours as a reader meets them, for tests that hold for every component. */
export const sharedScreens: Record<string, JSX.Element> = {
  'the quotes found in an article': (
    <ProposedQuotes
      quotes={[
        { key: 'a', words: 'Phí sẽ tăng.', speaker: 'Hoàng Lan', isVerbatim: true },
        { key: 'b', words: 'Tàu nhỏ được miễn.', speaker: 'Hoàng Lan', isVerbatim: false },
        { key: 'c', words: 'Chưa ai hỏi chúng tôi.', speaker: '', isVerbatim: true },
        { key: 'd', words: 'Không sao.', speaker: '', isVerbatim: true },
      ]}
      lang="vi"
      knownNames={['Hoàng Lan']}
      isBusy={false}
      isOpenAtFirst
      onKeep={nothing}
      onKeepAllBy={nothing}
      onShow={nothing}
    />
  ),
  'the names found in an article': (
    <ProposedEntities
      entities={[
        {
          key: 'a',
          name: 'Hoàng Lan',
          type: 'person',
          words: 'Hoàng Lan',
          isKnown: true,
          mentions: [
            { key: '4-13', words: 'Hoàng Lan', before: 'Bà ', after: ' nói' },
            { key: '40-49', words: 'Hoàng Lan', before: '', after: ' trả lời' },
          ],
        },
        ...['19/11', '20/11'].map((words, index) => ({
          key: `date ${words}`,
          name: `2026-11-${19 + index}`,
          type: 'date',
          words,
          isKnown: false,
          mentions: [{ key: words, words, before: 'Ngày ', after: '' }],
        })),
      ]}
      lang="vi"
      ownTypes={['Tàu']}
      known={[{ name: 'Hoàng Lan', type: 'person' }]}
      onKeep={nothing}
      onReject={nothing}
      onKeepType={nothing}
      onRejectType={nothing}
      onShow={nothing}
      onAddType={nothing}
      onSeen={nothing}
    />
  ),
  'the tools of a list': <ListTools query="x" order="time" onQuery={nothing} onOrder={nothing} />,
  'the places of a lost annotation': (
    <Candidates
      candidates={[{ start: 4, end: 9, words: 'cảng', before: 'phí ', after: ' tăng' }]}
      selection="phí cảng"
      lang="vi"
      onAttach={nothing}
    />
  ),
  'what changed in an article': (
    <ChangedSince
      changes={changes}
      since="2026-05-12T08:00:00.000Z"
      now={new Date('2026-05-20T08:00:00.000Z')}
      touched={{ altered: 1, lost: 2 }}
      lang="vi"
      isBusy={false}
      onSeen={nothing}
      onShow={nothing}
    />
  ),
  'the ways to see an article': (
    <>
      <Tabs
        label="Xem"
        tabs={[
          { name: 'list', title: 'Danh sách' },
          { name: 'read', title: 'Đọc' },
        ]}
        chosen="list"
        controls="shown"
        onChoose={nothing}
      />
      <div id="shown" role="tabpanel" aria-labelledby="tab-list">
        Phí cảng tăng gấp đôi.
      </div>
    </>
  ),
  'the look of what is read': <LookChoice look={defaultLook} onChoose={nothing} />,
  'the sheet over what is read': (
    <Sheet label="Đoạn đã chọn" focusRequest={0} about={() => null} onClose={nothing}>
      <p>Phí cảng tăng gấp đôi.</p>
    </Sheet>
  ),
  'the walker': <Walker position={2} total={7} onStep={nothing} onEdit={nothing} onClose={nothing} />,
  'the export': <ExportPanel hasArticle onSave={nothing} onCopy={nothing} />,
  'a failure': <FailureNotice code="storageFull" onRetry={nothing} />,
  'a narrow toolbar': (
    <Toolbar
      ownTypes={[]}
      focusRequest={0}
      isNarrow
      onKeep={nothing}
      onName={nothing}
      onCopy={nothing}
      onGrow={nothing}
      onAddPiece={nothing}
      onClose={nothing}
    />
  ),
  'the naming of an entity': (
    <EntityNamer
      words="hoàng lan"
      known={[
        { name: 'Hoàng Lan', type: 'person' },
        { name: 'Hoàng Lan Anh', type: 'person' },
      ]}
      ownTypes={['Tàu']}
      isBusy={false}
      onChoose={nothing}
    />
  ),
  'a note as Markdown': <MarkdownNote markdown={'# Xem\n\n- [bản ghi](https://harbour.example/)\n- `phí`'} />,
  'a note to edit': <NoteField value="Hỏi **lại**." hasFocus={false} isDraft={false} onInput={nothing} />,
  'the pieces of a quote': (
    <PieceList
      lang="vi"
      pieces={[
        { exact: 'Chúng tôi trả', start: 4 },
        { exact: 'nhưng không phải tháng Giêng', start: 90 },
      ]}
      onRemove={nothing}
    />
  ),
  'the way through a pile': <CardPager position={1} total={3} onStep={nothing} />,
  'the toolbar': (
    <Toolbar
      ownTypes={['Tàu']}
      focusRequest={0}
      onKeep={nothing}
      onName={nothing}
      onCopy={nothing}
      onClose={nothing}
    />
  ),
  ...entityScreens,
  ...optionsScreens,
};

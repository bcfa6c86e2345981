import type { Preference } from '../history/preferences.ts'
import { NEWEST_CNI } from '../scenario/scenario.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import type { Line, Reply } from './reply.ts'

/** What somebody has set for themself, and how to change it. */
export function settingsReply(shown: {
  readonly preference: Preference
  readonly isChanged: boolean
  readonly words: Words
}): Reply {
  const { preference, isChanged, words } = shown
  const { recall } = words
  const title = isChanged ? recall.settingsSaved : recall.settingsTitle
  const { language, cni, isQuiet, figure } = preference
  const lines: readonly Line[] = [
    line(`language=${language ?? 'auto'}`, recall.settingNames.language),
    line(`cni=${cni ?? NEWEST_CNI}`, recall.settingNames.cni),
    line(`quiet=${isQuiet ? 'on' : 'off'}`, recall.settingNames.quiet),
    line(`figure=${figure ?? 'reserved'}`, recall.settingNames.figure),
  ]
  return {
    summary: title,
    audience: 'asker',
    parts: [
      { kind: 'heading', line: [{ bold: title }] },
      { kind: 'list', lines },
      { kind: 'note', line: marked(recall.settingsHint) },
    ],
  }
}

function line(setting: string, meaning: string): Line {
  return [{ code: setting }, ' ', ...marked(meaning)]
}

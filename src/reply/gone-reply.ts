import type { Deleted } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { plain } from './plain.ts'
import type { Line, Reply } from './reply.ts'

/** What is left of a deleted run: its number, who deleted it, and when. */
export function goneReply(run: Deleted, words: Words, now: Date): Reply {
  const { recall, numbers } = words
  const line: Line = [
    { bold: `#${run.number}` },
    recall.isDeleted,
    { user: run.deletedBy, name: null },
    `, ${numbers.ago(run.deletedAt, now)}. ${recall.numberStays}`,
  ]
  return { summary: plain(line), audience: 'asker', parts: [{ kind: 'text', line }] }
}

import type { Command } from '../command/command.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import { plain } from './plain.ts'
import type { Line, Reply } from './reply.ts'

/** What a command that names, pins or deletes a run is answered with. */
export interface ChangedReplyContext {
  readonly command: Extract<Command, { kind: 'name' | 'pin' | 'unpin' | 'delete' }>
  readonly run: Run
  /** False where only its author or an admin may do that. */
  readonly isDone: boolean
  readonly audience: Reply['audience']
  readonly words: Words
}

/** What became of naming, pinning or deleting a run, in a sentence. */
export function changedReply(context: ChangedReplyContext): Reply {
  const { run, isDone, audience, words } = context
  const label = `#${run.number}`
  const line: Line = isDone
    ? marked(doneText(label, context))
    : [words.recall.notYours(label), { user: run.author, name: run.authorName }, '.']
  return { summary: plain(line), audience, parts: [{ kind: 'text', line }] }
}

function doneText(label: string, { command, words }: ChangedReplyContext): string {
  const { recall } = words
  switch (command.kind) {
    case 'name':
      return command.name === null ? recall.unnamed(label) : recall.named(label, command.name)
    case 'pin':
      return recall.pinned(label)
    case 'unpin':
      return recall.unpinned(label)
    case 'delete':
      return recall.deleted(label)
  }
}

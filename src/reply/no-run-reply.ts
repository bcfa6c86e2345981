import type { OfRun } from '../command/problem.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import { plain } from './plain.ts'
import type { Reply } from './reply.ts'

/** To a line that could only be about an earlier run, where there is none. */
export function noRunReply(asks: OfRun, { problems }: Words): Reply {
  const line = marked(problems.noRunTo(asks))
  return { summary: plain(line), audience: 'asker', parts: [{ kind: 'text', line }] }
}

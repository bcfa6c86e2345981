import type { Courtesy } from '../command/courtesy.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import { plain } from './plain.ts'
import type { Reply } from './reply.ts'

/** A kind word back, and what can be typed. */
export function courtesyReply(courtesy: Courtesy, { help }: Words): Reply {
  const line = marked(`${help.courtesies[courtesy]} ${help.whatToType}`)
  return { summary: plain(line), audience: 'asker', parts: [{ kind: 'text', line }] }
}

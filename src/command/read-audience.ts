import { isSign, peek, plainAt, wordOf, type Cursor } from './cursor.ts'
import { QUIET, SHARE, SPREAD, SWITCH_WORDS } from './vocabulary.ts'

/** Who sees the answer, and how many words say so. */
interface AudienceAhead {
  readonly audience: 'asker' | 'channel'
  readonly words: number
}

/** Who sees the answer, if the next words say it: `quiet`, `only me`, `quiet=on`, `share`. */
export function audienceAhead(cursor: Cursor, ahead = 0): AudienceAhead | null {
  const [word, next] = [plainAt(cursor, ahead), plainAt(cursor, ahead + 1)]
  if (QUIET.has(`${word}-${next}`)) return { audience: 'asker', words: 2 }
  if (SHARE.has(word)) return SPREAD.has(next) ? null : { audience: 'channel', words: 1 }
  if (!QUIET.has(word)) return null
  const value = SWITCH_WORDS.get(wordOf(peek(cursor, ahead + 2)))
  if (value === undefined || !isSign(peek(cursor, ahead + 1))) {
    return { audience: 'asker', words: 1 }
  }
  return { audience: value ? 'asker' : 'channel', words: 3 }
}

import { inputAhead, isSign, isSymbol, peek, plainAt, type Cursor } from './cursor.ts'
import { EACH, NODES, ON, PER } from './vocabulary.ts'

/** Takes `/node`, `per node`, `par nœud` or `each`, and says whether it stood there. */
export function takePerNode(cursor: Cursor): boolean {
  const tokens = tokensPerNode(cursor)
  cursor.index += tokens
  return tokens > 0
}

/** How many of the next tokens say "per node". */
function tokensPerNode(cursor: Cursor): number {
  if (isSymbol(peek(cursor), '/')) return isNodes(cursor, 1) ? 2 : 0
  const before = ON.has(plainAt(cursor)) ? 1 : 0
  const word = plainAt(cursor, before)
  if (!PER.has(word) && !EACH.has(word)) return 0
  if (PER.has(word)) return isNodes(cursor, before + 1) ? before + 2 : 0
  const hasNodes = isNodes(cursor, before + 1) && !isSign(peek(cursor, before + 2))
  return hasNodes ? before + 2 : before + 1
}

function isNodes(cursor: Cursor, ahead: number): boolean {
  const next = inputAhead(cursor, ahead)
  return next?.input === NODES && next.words === 1
}

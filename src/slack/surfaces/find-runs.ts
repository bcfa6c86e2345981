import type { Asker, History, Query, Run } from '../../history/history.ts'

/** Runs to choose from, those that fit what was typed. */
export interface FoundRuns {
  readonly named: readonly Run[]
  readonly pinned: readonly Run[]
  readonly recent: readonly Run[]
}

/** Looked through for what was typed; the newest of a busy week. */
const LOOKED_THROUGH = 60
const MOST_OF_EACH = 10

/** Every run. */
export const ANY: Query = {
  author: null,
  channel: null,
  thread: null,
  name: null,
  type: null,
  since: null,
  until: null,
  isPinned: false,
  before: null,
}

/** Runs that the asker may see: by number, or by a part of their name or line. */
export async function findRuns(typed: string, asker: Asker, history: History): Promise<FoundRuns> {
  const sought = typed.trim().toLowerCase()
  const number = /^#?(\d{1,9})$/.exec(sought)?.[1]
  const [names, pinned, recent, exact] = await Promise.all([
    history.names(asker),
    history.page(asker, { ...ANY, isPinned: true }, LOOKED_THROUGH),
    history.page(asker, ANY, LOOKED_THROUGH),
    number === undefined ? null : history.find(asker, { kind: 'number', number: Number(number) }),
  ])
  const fitting = names.filter((name) => name.toLowerCase().includes(sought))
  const named = await Promise.all(
    fitting.slice(0, MOST_OF_EACH).map((name) => history.find(asker, { kind: 'name', name })),
  )
  return {
    named: named.flatMap((found) => (found.kind === 'run' ? [found.run] : [])),
    pinned: pinned.runs.filter((run) => fits(run, sought)).slice(0, MOST_OF_EACH),
    recent: [
      ...(exact?.kind === 'run' ? [exact.run] : []),
      ...recent.runs.filter((run) => fits(run, sought)),
    ].slice(0, MOST_OF_EACH),
  }
}

function fits({ number, name, line }: Run, sought: string): boolean {
  return `#${number} ${name ?? ''} ${line}`.toLowerCase().includes(sought)
}

import { EVERY_RUN, type Asker, type History, type Run } from '../../history/history.ts'

/** Runs to choose from, those that fit what was typed. */
export interface FoundRuns {
  readonly named: readonly Run[]
  readonly pinned: readonly Run[]
  readonly recent: readonly Run[]
}

/** Looked through for what was typed; the newest of a busy week. */
const LOOKED_THROUGH = 60
const MOST_OF_EACH = 10

/** Runs that the asker may see: by number, or by a part of their name or line. */
export async function findRuns(typed: string, asker: Asker, history: History): Promise<FoundRuns> {
  const sought = typed.trim().toLowerCase()
  const number = /^#?(\d{1,9})$/.exec(sought)?.[1]
  const [names, pinned, recent, exact] = await Promise.all([
    history.names(asker),
    history.page(asker, { ...EVERY_RUN, isPinned: true }, LOOKED_THROUGH),
    history.page(asker, EVERY_RUN, LOOKED_THROUGH),
    number === undefined ? null : history.find(asker, { kind: 'number', number: Number(number) }),
  ])
  const fitting = names.filter((name) => name.toLowerCase().includes(sought))
  return {
    named: await namedRuns(fitting.slice(0, MOST_OF_EACH), asker, history),
    pinned: pinned.runs.filter((run) => fits(run, sought)).slice(0, MOST_OF_EACH),
    recent: [
      ...(exact?.kind === 'run' ? [exact.run] : []),
      ...recent.runs.filter((run) => fits(run, sought)),
    ].slice(0, MOST_OF_EACH),
  }
}

/** The newest run of each name, where it may be seen. */
export async function namedRuns(
  names: readonly string[],
  asker: Asker,
  history: History,
): Promise<readonly Run[]> {
  const found = await Promise.all(names.map((name) => history.find(asker, { kind: 'name', name })))
  return found.flatMap((one) => (one.kind === 'run' ? [one.run] : []))
}

function fits({ number, name, line }: Run, sought: string): boolean {
  return `#${number} ${name ?? ''} ${line}`.toLowerCase().includes(sought)
}

import { allocate } from '../allocation/allocate.ts'
import { ENGINE_VERSION } from '../allocation/version.ts'
import { decodeRun, UnreadableRunError } from './codec.ts'
import type { Prisma, PrismaClient, Scenario as ScenarioRow } from './generated/client.ts'
import type { History, Kept, NewRun, Run } from './history.ts'
import { UNKEPT } from './unkept.ts'
import { NotKeptError } from './not-kept.ts'
import { shapeOf } from './shape.ts'
import { encodePlan } from './stored-plan.ts'

/** A query inside a transaction. */
type Transaction = Prisma.TransactionClient

/**
 * The memory in Postgres. A run is stored whole, with its answer, or not at all. `onUnreadable` hears
 * of stored runs that nothing can be compared with any more.
 */
export function prismaHistory(prisma: PrismaClient, onUnreadable: (error: Error) => void): History {
  return {
    ...UNKEPT,
    async keep(run) {
      let mayBeStored = false
      try {
        return await prisma.$transaction(async (tx) => {
          const kept = await store(tx, run, onUnreadable)
          if (isLate(run)) throw new NotKeptError('the answer would come too late')
          mayBeStored = true
          return kept
        })
      } catch (error) {
        const kept = await keptBefore(prisma, run, onUnreadable)
        if (kept) return kept
        if (mayBeStored || error instanceof NotKeptError) throw error
        throw new NotKeptError('the run could not be stored', { cause: error })
      }
    },
  }
}

function isLate({ request: { answerBy } }: NewRun): boolean {
  return answerBy !== null && Date.now() > answerBy.getTime()
}

/**
 * The run of this very request, if it is there: the same request came twice, or the answer to our
 * COMMIT got lost on its way.
 */
async function keptBefore(
  prisma: PrismaClient,
  run: NewRun,
  onUnreadable: (error: Error) => void,
): Promise<Kept | null> {
  const { workspace: workspaceId } = run.asker
  const { key: requestKey } = run.request
  if (requestKey === null) return null
  const where = { workspaceId_requestKey: { workspaceId, requestKey } }
  const row = await prisma.scenario.findUnique({ where }).catch(() => null)
  if (!row) return null
  const { plan: _totals, ...kept } = decodeRun(row)
  const plan = allocate(kept.scenario)
  const asked = { ...run, name: kept.name, scenario: kept.scenario }
  return {
    run: { ...kept, plan },
    earlier: await earlierRun(prisma, asked, row.number, onUnreadable),
    status: 'again',
  }
}

async function store(
  tx: Transaction,
  run: NewRun,
  onUnreadable: (error: Error) => void,
): Promise<Kept> {
  const { asker, name, line, scenario, plan, askedAt } = run
  const number = await nextNumber(tx, asker.workspace)
  const row = await tx.scenario.create({
    data: {
      workspaceId: asker.workspace,
      number,
      channel: asker.channel,
      author: asker.author,
      authorName: asker.authorName,
      name,
      line,
      shape: shapeOf(scenario),
      scenario,
      plan: encodePlan(plan),
      engine: ENGINE_VERSION,
      cni: scenario.cni,
      requestKey: run.request.key,
      createdAt: askedAt,
    },
  })
  const earlier = await earlierRun(tx, run, number, onUnreadable)
  return { run: { ...decodeRun(row), plan }, earlier, status: 'new' }
}

/** The row of the workspace stays locked until the transaction ends, so numbers have no gaps. */
async function nextNumber(tx: Transaction, id: string): Promise<number> {
  const { lastNumber } = await tx.workspace.upsert({
    where: { id },
    create: { id, lastNumber: 1 },
    update: { lastNumber: { increment: 1 } },
  })
  return lastNumber
}

async function earlierRun(
  tx: Transaction,
  run: NewRun,
  number: number,
  onUnreadable: (error: Error) => void,
): Promise<Run | null> {
  const here = { workspaceId: run.asker.workspace, channel: run.asker.channel }
  const latest = (same: { name: string } | { shape: string }) =>
    tx.scenario.findFirst({
      where: { ...here, ...same, number: { lt: number } },
      orderBy: { number: 'desc' },
    })
  const named = run.name === null ? null : await latest({ name: run.name })
  const row = named ?? (await latest({ shape: shapeOf(run.scenario) }))
  return row && readable(row, onUnreadable)
}

/** A run that nobody can read any more must not keep new ones from being stored. */
function readable(row: ScenarioRow, onUnreadable: (error: Error) => void): Run | null {
  try {
    return decodeRun(row)
  } catch (error) {
    if (!(error instanceof UnreadableRunError)) throw error
    onUnreadable(error)
    return null
  }
}

import { ENGINE_VERSION } from '../allocation/version.ts'
import { decodeRun, encodePlan } from './codec.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import type { History, Kept, NewRun, Run } from './history.ts'
import { shapeOf } from './shape.ts'

/** A query inside a transaction. */
type Transaction = Prisma.TransactionClient

/** The memory in Postgres. A run is stored whole, with its answer, or not at all. */
export function prismaHistory(prisma: PrismaClient): History {
  return {
    async keep(run) {
      const before = await findByKey(prisma, run)
      if (before) return before
      try {
        return await prisma.$transaction((tx) => store(tx, run))
      } catch (error) {
        // The same request came twice at once, and the other one was stored first.
        const kept = isTaken(error) ? await findByKey(prisma, run) : null
        if (kept) return kept
        throw error
      }
    },
  }
}

async function store(tx: Transaction, run: NewRun): Promise<Kept> {
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
      requestKey: asker.requestKey,
      createdAt: askedAt,
    },
  })
  return { run: { ...decodeRun(row), plan }, earlier: await earlierRun(tx, run, number) }
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

async function earlierRun(tx: Transaction, run: NewRun, number: number): Promise<Run | null> {
  const here = { workspaceId: run.asker.workspace, channel: run.asker.channel }
  const latest = (same: { name: string } | { shape: string }) =>
    tx.scenario.findFirst({
      where: { ...here, ...same, number: { lt: number } },
      orderBy: { number: 'desc' },
    })
  const named = run.name === null ? null : await latest({ name: run.name })
  const row = named ?? (await latest({ shape: shapeOf(run.scenario) }))
  return row && decodeRun(row)
}

/** What was answered when this request came before. The plan is the one just made: rules are exact. */
async function findByKey(prisma: PrismaClient, run: NewRun): Promise<Kept | null> {
  const { workspace, requestKey } = run.asker
  if (requestKey === null) return null
  const row = await prisma.scenario.findUnique({
    where: { workspaceId_requestKey: { workspaceId: workspace, requestKey } },
  })
  if (!row) return null
  const kept = { ...decodeRun(row), plan: run.plan }
  return { run: kept, earlier: await earlierRun(prisma, run, row.number) }
}

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

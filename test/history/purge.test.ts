import { expect, test } from 'vitest'
import { TENANT_TABLES } from '../../src/database/rights.ts'
import { prismaBudgets } from '../../src/history/budgets.ts'
import type { Asker } from '../../src/history/history.ts'
import { prismaInstallations } from '../../src/history/installations.ts'
import { prismaPreferences } from '../../src/history/preferences.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { purge } from '../../src/history/purge.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from './runs.ts'

const { prisma, pool, owner } = await freshDatabase()
const history = prismaHistory(prisma, pool, () => {})

/** At least one row in every table. */
async function fill(workspace: string): Promise<void> {
  const asker: Asker = { ...ADA, workspace }
  const delivery = {
    id: crypto.randomUUID(),
    installation: workspace,
    language: 'en',
    responseUrl: null,
  } as const
  const request = { ...NO_KEY, key: 'key', delivery }
  await history.keep(newRun(scenarioOf('m5.large'), { asker, request, name: 'prod' }))
  await history.keep(newRun(scenarioOf('m5.large'), { asker }))
  await history.remove(asker, 2)
  await history.message(asker, 1, '17.1')
  await prismaBudgets(prisma).set(asker, { kind: 'addresses', addresses: 500 })
  await prismaPreferences(prisma).change(asker, { language: 'fr' })
  await prismaInstallations(prisma).put(workspace, Uint8Array.of(1))
}

async function rowsOf(workspace: string): Promise<Readonly<Record<string, string>>> {
  const counts: Record<string, string> = {}
  for (const table of [...TENANT_TABLES, 'installation']) {
    const { rows } = await owner.pool.query<{ rows: string }>(
      `SELECT coalesce(string_agg(to_jsonb(t)::text, ',' ORDER BY to_jsonb(t)::text), '') AS rows
       FROM "${table}" AS t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`,
      [workspace],
    )
    counts[table] = rows[0]?.rows ?? ''
  }
  return counts
}

test('a workspace that uninstalls the bot leaves nothing, and others are untouched', async () => {
  await fill('TGONE')
  await fill('TKEPT')
  const kept = await rowsOf('TKEPT')
  expect(Object.values(await rowsOf('TGONE')).every((rows) => rows !== '')).toBe(true)
  await purge(prisma, 'TGONE')
  await purge(prisma, 'TGONE')
  expect(new Set(Object.values(await rowsOf('TGONE')))).toEqual(new Set(['']))
  expect(await rowsOf('TKEPT')).toEqual(kept)
  const again = await history.keep(
    newRun(scenarioOf('m5.large'), { asker: { ...ADA, workspace: 'TGONE' } }),
  )
  expect(again).toMatchObject({ run: { number: 1 }, earlier: null })
})

test('more runs than one transaction deletes are all deleted', async () => {
  await fill('TMANY')
  await owner.pool.query(
    `INSERT INTO scenario (workspace_id, number, id, channel, author, line, shape, scenario, plan, engine, cni)
     SELECT 'TMANY', n, gen_random_uuid(), 'C1', 'U1', '', 'm5.large', '{}', '{}', 1, '1.23'
     FROM generate_series(10, 1210) AS n`,
  )
  await purge(prisma, 'TMANY')
  expect(new Set(Object.values(await rowsOf('TMANY')))).toEqual(new Set(['']))
})

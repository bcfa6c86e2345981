import { z } from 'zod'
import type { PrismaClient } from './generated/client.ts'
import { inWorkspace } from './workspace-transaction.ts'

/** What a person has set for themself; `null`: as usual. */
export interface Preference {
  readonly language: 'en' | 'fr' | null
  /** The VPC CNI version of a line that names none. */
  readonly cni: string | null
  /** Whether answers are for the asker alone unless a line says otherwise. */
  readonly isQuiet: boolean | null
  /** The figure that budgets are counted with. */
  readonly figure: 'reserved' | 'held' | null
}

export const NO_PREFERENCE: Preference = { language: null, cni: null, isQuiet: null, figure: null }

/** Whose preference it is. */
export interface Person {
  readonly workspace: string
  readonly author: string
}

export interface Preferences {
  find(person: Person): Promise<Preference>
  /** Changes what is named and leaves the rest; returns all of it. */
  change(person: Person, changes: Partial<Preference>): Promise<Preference>
}

const Row = z.object({
  language: z.enum(['en', 'fr']).nullable(),
  cni: z.string().nullable(),
  isQuiet: z.boolean().nullable(),
  figure: z.enum(['reserved', 'held']).nullable(),
})

export function prismaPreferences(prisma: PrismaClient): Preferences {
  return {
    find: ({ workspace: workspaceId, author: person }) =>
      inWorkspace(prisma, workspaceId, async (tx) => {
        const where = { workspaceId_person: { workspaceId, person } }
        const row = await tx.preference.findUnique({ where })
        return row ? Row.parse(row) : NO_PREFERENCE
      }),
    change: ({ workspace: workspaceId, author: person }, changes) =>
      inWorkspace(prisma, workspaceId, async (tx) => {
        await tx.workspace.createMany({ data: { id: workspaceId }, skipDuplicates: true })
        const where = { workspaceId_person: { workspaceId, person } }
        await tx.preference.createMany({ data: { workspaceId, person }, skipDuplicates: true })
        return Row.parse(await tx.preference.update({ where, data: changes }))
      }),
  }
}

import type { PrismaClient } from './generated/client.ts'

/** The installations of the bot, each as the sealed bytes it was stored with. */
export interface Installations {
  /** Stores or replaces the installation of a workspace or an organization, by Slack's id. */
  put(owner: string, sealed: Uint8Array): Promise<void>
  find(owner: string): Promise<Uint8Array | null>
  remove(owner: string): Promise<void>
}

export function prismaInstallations(prisma: PrismaClient): Installations {
  return {
    async put(owner, sealed) {
      const content = { sealed: Uint8Array.from(sealed), updatedAt: new Date() }
      await prisma.installation.upsert({
        where: { owner },
        create: { owner, ...content },
        update: content,
      })
    },
    async find(owner) {
      const row = await prisma.installation.findUnique({ where: { owner } })
      return row?.sealed ?? null
    },
    async remove(owner) {
      await prisma.installation.deleteMany({ where: { owner } })
    },
  }
}

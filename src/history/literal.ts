import { Prisma } from './generated/client.ts'

/** A whole number in the text of a statement: Postgres plans for it, as it cannot for a parameter. */
export function literal(count: number): Prisma.Sql {
  return Prisma.raw(String(Math.trunc(count)))
}

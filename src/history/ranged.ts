import { Prisma } from './generated/client.ts'

/**
 * `column = value`, written so that its rows can be asked for in the order of `column` and then of their
 * numbers. Only an index that begins with both has them so. With `=`, Postgres may read the rows of
 * any index by number and pass those with other values: all there are, where there is none.
 */
export function ranged(column: Prisma.Sql, value: string): Prisma.Sql {
  return Prisma.sql`${column} >= ${value} AND ${column} <= ${value}`
}

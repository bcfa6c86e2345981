/**
 * Refreshes `src/instance/types.generated.ts` from what EC2 says of its instance types.
 *
 *   aws ec2 describe-instance-types --region us-east-1 --output json > types.json
 *   npm run instance-types -- types.json
 *
 * Several files (one per region) may be given; together they must know every type of the present
 * table, since a table that shrinks would make stored scenarios unanswerable.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { InstanceLimits } from '../src/instance/limits.ts'
import { describedTypes } from '../src/instance/described-types.ts'
import { INSTANCE_TYPES } from '../src/instance/types.generated.ts'
import { instanceTable, missingTypes } from '../src/instance/table.ts'

const TABLE = fileURLToPath(new URL('../src/instance/types.generated.ts', import.meta.url))

function refresh(files: readonly string[]): number {
  if (files.length === 0) return refuse('usage: npm run instance-types -- DESCRIBED.json [...]')
  const found = new Map<string, InstanceLimits>()
  for (const file of files) {
    const described = describedTypes(JSON.parse(readFileSync(file, 'utf8')), INSTANCE_TYPES)
    if (!described.ok) return refuse(`${file}: ${described.problems.join('\n')}`)
    for (const [name, limits] of described.value) found.set(name, limits)
  }
  const missing = missingTypes(INSTANCE_TYPES, found)
  if (missing.length > 0) return refuse(`the table would lose ${missing.join(', ')}`)
  writeFileSync(TABLE, instanceTable(found, source(files.length)))
  const added = missingTypes(found, INSTANCE_TYPES)
  console.log(`${found.size} instance types, ${added.length} new: ${added.join(', ') || 'none'}`)
  return 0
}

function source(files: number): string {
  const date = new Date().toISOString().slice(0, 10)
  return `EC2 DescribeInstanceTypes (${files} region${files === 1 ? '' : 's'}, ${date})`
}

function refuse(why: string): number {
  console.error(why)
  return 1
}

process.exitCode = refresh(process.argv.slice(2))

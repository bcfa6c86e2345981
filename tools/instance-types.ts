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
import { describedTypes } from '../src/instance/described-types.ts'
import type { InstanceLimits } from '../src/instance/limits.ts'
import { instanceTable, missingTypes } from '../src/instance/table.ts'
import { INSTANCE_TYPES } from '../src/instance/types.generated.ts'
import { failure, success, type Result } from '../src/result.ts'

type Types = ReadonlyMap<string, InstanceLimits>

const TABLE = fileURLToPath(new URL('../src/instance/types.generated.ts', import.meta.url))

/** More names than this are counted, not listed. */
const MOST_LISTED = 10

function refresh(files: readonly string[]): number {
  if (files.length === 0) return refuse(['usage: npm run instance-types -- DESCRIBED.json [...]'])
  const results = files.map(typesOf)
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems))
  if (problems.length > 0) return refuse(problems)
  const found = new Map(results.flatMap((result) => (result.ok ? [...result.value] : [])))
  const missing = missingTypes(INSTANCE_TYPES, found)
  if (missing.length > 0) {
    return refuse([`the table would lose ${missing.length} types: ${listed(missing)}`])
  }
  writeFileSync(TABLE, instanceTable(found, source(files.length)))
  const added = missingTypes(found, INSTANCE_TYPES)
  console.log(`${found.size} instance types, ${added.length} new: ${listed(added) || 'none'}`)
  return 0
}

function typesOf(file: string): Result<Types, string> {
  const read = jsonOf(file)
  const described = read.ok ? describedTypes(read.value, INSTANCE_TYPES) : read
  return described.ok
    ? described
    : failure(described.problems.map((problem) => `${file}: ${problem}`))
}

function jsonOf(file: string): Result<unknown, string> {
  try {
    return success(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return failure([error instanceof Error ? error.message : String(error)])
  }
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_LISTED
  return names.slice(0, MOST_LISTED).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

function source(files: number): string {
  const date = new Date().toISOString().slice(0, 10)
  return `EC2 DescribeInstanceTypes (${files} region${files === 1 ? '' : 's'}, ${date})`
}

function refuse(why: readonly string[]): number {
  console.error(why.join('\n'))
  return 1
}

process.exitCode = refresh(process.argv.slice(2))

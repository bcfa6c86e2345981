// Says whether the database of DATABASE_URL and this version of the code agree; changes nothing.
// Exit code 0 where they do, 1 where they do not: npm run db:check
import { loadEnvironment, readConfig } from '../src/config.ts'
import { checkDatabase } from '../src/database/check.ts'

const config = readConfig(loadEnvironment())
const url = config.ok ? config.value.databaseUrl : null
const differences = config.ok
  ? url === null
    ? ['DATABASE_URL is not set: there is no database to check.']
    : await checkDatabase(url).catch((error: unknown) => [
        `The database was not reached: ${String(error)}`,
      ])
  : config.problems
for (const difference of differences) console.error(difference)
if (differences.length === 0) console.log('The database and the code agree.')
process.exitCode = differences.length === 0 ? 0 : 1

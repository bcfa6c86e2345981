// Runs a command with DATABASE_URL at a new, empty Postgres that has all migrations applied, and
// that is thrown away afterwards: tsx tools/with-database.ts prisma migrate dev --name some_change
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../src/database/embedded/start.ts'
import { migrate } from '../src/database/migrate.ts'

const [command, ...words] = process.argv.slice(2)
if (command === undefined) throw new Error('Usage: with-database COMMAND [WORD …]')

// Ctrl-C reaches the command as well; it ends, and then so do we.
process.on('SIGINT', () => {})

const folder = path.join(tmpdir(), `eksip-database-${process.pid}`)
const server = await startEmbedded({
  folder,
  throwaway: true,
  programs: process.env['EKSIP_POSTGRES_BIN'],
})
try {
  await migrate(server.url)
  process.exitCode = await runCommand(command, words, server.url)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

function runCommand(program: string, arguments_: readonly string[], url: string): Promise<number> {
  const child = spawn(program, arguments_, {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
    // On Windows npm's programs are scripts for its shell.
    shell: process.platform === 'win32',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve(exitCode ?? 1))
  })
}

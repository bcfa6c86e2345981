import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TABLE = path.join(ROOT, 'src/instance/types.generated.ts')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'eksip-types-'))
})

afterAll(() => rm(folder, { recursive: true }))

/** Runs the tool as `npm run instance-types` does. */
function refresh(...files: readonly string[]): Promise<{ exitCode: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/instance-types.ts', ...files], {
    cwd: ROOT,
  })
  let said = ''
  child.stdout.on('data', (text) => (said += String(text)))
  child.stderr.on('data', (text) => (said += String(text)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, said }))
  })
}

const ONE_TYPE = {
  InstanceTypes: [
    {
      InstanceType: 't3.2xlarge',
      BareMetal: false,
      NetworkInfo: {
        Ipv4AddressesPerInterface: 15,
        NetworkCards: [{ NetworkCardIndex: 0, MaximumNetworkInterfaces: 4 }],
      },
    },
  ],
}

test.each<[what: string, file: string, content: string, why: RegExp]>([
  [
    'a table that would shrink',
    'one.json',
    JSON.stringify(ONE_TYPE),
    /lose 1390 types: a1\.2xlarge, .* and 1380 more/,
  ],
  ['another answer', 'other.json', '{"Reservations": []}', /other\.json: .*InstanceTypes/s],
  ['what is no JSON', 'broken.json', '{"InstanceTypes": [', /broken\.json: .*JSON/],
])('refuses %s and writes nothing', async (_what, file, content, why) => {
  const before = await readFile(TABLE, 'utf8')
  await writeFile(path.join(folder, file), content)
  const { exitCode, said } = await refresh(path.join(folder, file))
  expect(exitCode).toBe(1)
  expect(said).toMatch(why)
  expect(await readFile(TABLE, 'utf8')).toBe(before)
})

test('refuses a file that is not there, and no files at all', async () => {
  const [missing, none] = await Promise.all([refresh(path.join(folder, 'missing.json')), refresh()])
  expect([missing.exitCode, none.exitCode]).toEqual([1, 1])
  expect(missing.said).toContain('ENOENT')
  expect(none.said).toContain('usage:')
})

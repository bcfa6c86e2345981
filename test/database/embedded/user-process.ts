// A user of the embedded server in a process of its own. It says the address and leaves when its
// input ends: node --import tsx user-process.ts FOLDER
import { once } from 'node:events'
import { startEmbedded } from '../../../src/database/embedded/start.ts'

const server = await startEmbedded({ folder: process.argv[2] ?? '' })
process.stdout.write(`${server.url}\n`)
process.stdin.resume()
await once(process.stdin, 'end')
await server.stop()

import { createServer } from 'node:net'

/** The wanted port of 127.0.0.1 if nobody listens there, or else a free one. */
export async function freePort(wanted: number | null): Promise<number> {
  return listenOnce(wanted ?? 0).catch(() => listenOnce(0))
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('A listening TCP server has no port.'))
      })
    })
  })
}

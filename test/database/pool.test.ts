import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Pool } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { openPool, POOL_LIMITS } from '../../src/database/pool.ts'
import { emptyDatabase } from '../support/database.ts'

const url = await emptyDatabase()

const onError = vi.fn<(error: Error) => void>()
let pool: Pool
afterEach(async () => {
  await pool.end()
  onError.mockClear()
})

test('the server knows the limits of each connection', async () => {
  pool = openPool(url, onError)
  const { rows } = await pool.query(
    `SELECT current_setting('statement_timeout') AS statement,
            current_setting('lock_timeout') AS lock,
            current_setting('idle_in_transaction_session_timeout') AS idle,
            current_setting('application_name') AS name`,
  )
  expect(rows).toEqual([{ statement: '1s', lock: '300ms', idle: '3s', name: 'eksip' }])
})

test('the server compiles no plan, however dear one that sorts counts', async () => {
  pool = openPool(url, onError)
  const { rows } = await pool.query(
    "SELECT current_setting('enable_sort') AS sort, current_setting('jit') AS jit",
  )
  expect(rows).toEqual([{ sort: 'off', jit: 'off' }])
})

test('the server cancels a query that hangs', async () => {
  pool = openPool(url, onError, { statement_timeout: 100 })
  await expect(pool.query('SELECT pg_sleep(5)')).rejects.toMatchObject({ code: '57014' })
})

test('a query that the server does not end is given up, and its connection with it', async () => {
  pool = openPool(url, onError, { statement_timeout: 0, query_timeout: 100 })
  await expect(pool.query('SELECT pg_sleep(1)')).rejects.toThrow('Query read timeout')
  expect(pool.totalCount).toBe(0)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('when all connections are taken, the next one is refused soon', async () => {
  pool = openPool(url, onError, { connectionTimeoutMillis: 5_000 })
  const taken = await Promise.all(Array.from({ length: POOL_LIMITS.max }, () => pool.connect()))
  pool.options.connectionTimeoutMillis = POOL_LIMITS.connectionTimeoutMillis
  const before = Date.now()
  await expect(pool.connect()).rejects.toThrow('timeout exceeded when trying to connect')
  expect(Date.now() - before).toBeLessThan(3_000)
  for (const client of taken) client.release()
})

test('a lock that another transaction holds is not waited for long', async () => {
  pool = openPool(url, onError, { lock_timeout: 100 })
  const owner = await pool.connect()
  await owner.query('BEGIN; SELECT pg_advisory_xact_lock(1)')
  await expect(pool.query('SELECT pg_advisory_xact_lock(1)')).rejects.toMatchObject({
    code: '55P03',
  })
  owner.release(true)
})

test('a connection that breaks while unused is reported, and the pool goes on', async () => {
  pool = openPool(url, onError)
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const other = openPool(url, onError)
  await other.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await other.end()
  await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
  expect(onError.mock.lastCall?.[0]).toMatchObject({ code: '57P01' })
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('a connection that is reset while a statement is on its way fails that statement, and no more', async () => {
  const { hostname, port } = new URL(url)
  const sockets: Socket[] = []
  const between = createServer((socket) => {
    const server = connect(Number(port), hostname)
    sockets.push(socket)
    for (const end of [socket, server]) end.on('error', () => server.destroy())
    socket.pipe(server).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(between, 'listening')
  const bound = between.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  const through = new URL(url)
  through.host = `127.0.0.1:${bound.port}`

  pool = openPool(through.href, onError)
  const client = await pool.connect()
  const answer = client.query('SELECT pg_sleep(5)')
  for (const socket of sockets) socket.resetAndDestroy()
  await expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' })
  client.release(true)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  expect(onError).not.toHaveBeenCalled()
  between.close()
})

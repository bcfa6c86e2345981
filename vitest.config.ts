import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/database-setup.ts',
    // The first test that wants a database may wait for a container to start.
    hookTimeout: 120_000,
  },
})

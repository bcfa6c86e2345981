import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/database-setup.ts',
    // Tests start servers and programs, on machines that are busy with other tests.
    testTimeout: 120_000,
    // The first file that wants a database may wait for a container to start.
    hookTimeout: 240_000,
  },
})

import { defineCommand } from 'citty';
import { exportPool } from '../apply/export-pool.ts';
import { formatPoolFile } from '../apply/pool-file.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Prints a pool as a file for lifeguard apply' },
  args: { ...connectionArgs },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      const result = await exportPool(pool);
      if (!result.ok) return refuse(result.problems.join('\n'));
      process.stdout.write(formatPoolFile(result.file));
    }),
});

import { defineCommand } from 'citty';
import { doctor as examinePool, formatReport } from '../doctor/doctor.ts';
import { connectionArgs, withPool } from './connection.ts';
import { EXIT_CODE } from './exit-code.ts';
import { strictArgs } from './strict-args.ts';

export const doctor = defineCommand({
  meta: { name: 'doctor', description: 'Looks for whatever breaks the second factor or leads round it' },
  args: { ...connectionArgs, json: { type: 'boolean', description: 'Print the report as JSON' } },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      const report = await examinePool(pool);
      console.log(args.json === true ? JSON.stringify(report) : formatReport(report));
      if (!report.healthy) process.exitCode = EXIT_CODE.refused;
    }),
});

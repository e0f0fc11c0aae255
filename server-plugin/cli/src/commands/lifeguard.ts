import { defineCommand } from 'citty';
import packageJson from '../../package.json' with { type: 'json' };
import { apply } from './apply.ts';
import { cognito } from './cognito.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { factor } from './factor.ts';
import { importCommand } from './import.ts';
import { install } from './install.ts';
import { migrate } from './migrate.ts';
import { phone } from './phone.ts';
import { policy } from './policy.ts';
import { sms } from './sms.ts';
import { uninstall } from './uninstall.ts';

export const lifeguard = defineCommand({
  meta: {
    name: 'lifeguard',
    version: packageJson.version,
    description: 'Multi-factor sign-in for the user pools of a Keycloak',
  },
  subCommands: {
    install,
    apply,
    export: exportCommand,
    policy,
    phone,
    factor,
    sms,
    cognito,
    import: importCommand,
    migrate,
    doctor,
    uninstall,
  },
});

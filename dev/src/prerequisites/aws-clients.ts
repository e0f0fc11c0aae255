import type { SetUpOptions } from '../set-up-options.ts';
import { findPythonTool, providePythonTool, type PythonTool } from './python-tool.ts';

const AWS_CLIENTS: PythonTool = {
  name: 'boto3 and the AWS CLI',
  folder: 'aws-clients',
  requirements: 'dev/src/aws-clients/requirements.txt',
};

/** The Python that has boto3 and the AWS CLI, from an earlier set-up; undefined when there is none. */
export function findAwsClients(): string | undefined {
  return findPythonTool(AWS_CLIENTS);
}

/**
 * Finds or installs boto3 and the AWS CLI.
 * @returns the path of their Python
 * @throws Problem when there is no Python for them, or the package index can't be reached
 */
export function provideAwsClients(options: SetUpOptions): Promise<string> {
  return providePythonTool(AWS_CLIENTS, options);
}

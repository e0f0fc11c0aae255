import { runBrowserClientCases } from './browser-client-cases.ts';
import { amplifyClient } from './clients/amplify.ts';

runBrowserClientCases(amplifyClient);

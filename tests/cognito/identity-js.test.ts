import { runBrowserClientCases } from './browser-client-cases.ts';
import { identityJsClient } from './clients/identity-js.ts';

runBrowserClientCases(identityJsClient);

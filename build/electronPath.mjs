// Prints the Electron executable that `npm start` uses.
import { setup } from './setup.mjs';

process.stdout.write(`${await setup()}\n`);
